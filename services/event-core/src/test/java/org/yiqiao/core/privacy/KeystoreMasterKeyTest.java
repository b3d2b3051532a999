package org.yiqiao.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystoreMasterKeyTest {

    private static final char[] PASSWORD = "a password".toCharArray();
    private static final byte[] KEY = {1, 2, 3};

    @TempDir
    private Path folder;

    private Path keystore;

    @BeforeEach
    void make() throws IOException {
        keystore = folder.resolve("master.p12");
        KeystoreMasterKey.make(keystore, PASSWORD);
    }

    @Test
    void whatItWrapsItUnwrapsForTheSamePurposeAlone() throws IOException {
        MasterKey.Wrapped wrapped = read().wrap(KEY, "p-1");

        assertThat(read().unwrap(wrapped, "p-1")).isEqualTo(KEY);
        assertThatThrownBy(() -> read().unwrap(wrapped, "p-2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNewMasterKeyWrapsAndTheOldOneStillUnwraps() throws Exception {
        MasterKey.Wrapped old = read().wrap(KEY, "p-1");
        add("master-2");

        assertThat(read().unwrap(old, "p-1")).isEqualTo(KEY);
        assertThat(read().wrap(KEY, "p-1").master()).isEqualTo("master-2");
    }

    @Test
    void aWrongPasswordAndASecondKeystoreAreRefused() {
        assertThatThrownBy(() -> KeystoreMasterKey.read(keystore, "another".toCharArray()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> KeystoreMasterKey.make(keystore, PASSWORD))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder).isDirectoryContaining(keystore::equals);
    }

    private KeystoreMasterKey read() throws IOException {
        return KeystoreMasterKey.read(keystore, PASSWORD);
    }

    private void add(String alias) throws Exception {
        KeyStore store = KeyStore.getInstance(keystore.toFile(), PASSWORD);
        store.setKeyEntry(alias, new SecretKeySpec(new byte[32], "AES"), PASSWORD, null);
        try (OutputStream file = Files.newOutputStream(keystore)) {
            store.store(file, PASSWORD);
        }
    }
}
