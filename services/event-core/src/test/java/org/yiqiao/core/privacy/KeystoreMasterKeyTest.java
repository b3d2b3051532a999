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
    void createKeystore() throws IOException {
        keystore = folder.resolve("master.p12");
        KeystoreMasterKey.create(keystore, PASSWORD);
    }

    @Test
    void keyUnwrapsOnlyInSameContext() throws IOException {
        MasterKey.WrappedKey wrapped = loadKeystore().wrap(KEY, "p-1");

        assertThat(loadKeystore().unwrap(wrapped, "p-1")).isEqualTo(KEY);
        assertThatThrownBy(() -> loadKeystore().unwrap(wrapped, "p-2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void newestMasterKeyWrapsAndOlderStillUnwraps() throws Exception {
        MasterKey.WrappedKey old = loadKeystore().wrap(KEY, "p-1");
        add("master-2");

        assertThat(loadKeystore().unwrap(old, "p-1")).isEqualTo(KEY);
        assertThat(loadKeystore().wrap(KEY, "p-1").masterKeyName()).isEqualTo("master-2");
    }

    @Test
    void wrongPasswordAndSecondKeystoreAreRejected() {
        assertThatThrownBy(() -> KeystoreMasterKey.load(keystore, "another".toCharArray()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> KeystoreMasterKey.create(keystore, PASSWORD))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder).isDirectoryContaining(keystore::equals);
    }

    private KeystoreMasterKey loadKeystore() throws IOException {
        return KeystoreMasterKey.load(keystore, PASSWORD);
    }

    private void add(String alias) throws Exception {
        KeyStore store = KeyStore.getInstance(keystore.toFile(), PASSWORD);
        store.setKeyEntry(alias, new SecretKeySpec(new byte[32], "AES"), PASSWORD, null);
        try (OutputStream file = Files.newOutputStream(keystore)) {
            store.store(file, PASSWORD);
        }
    }
}
