package org.yiqiao.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yiqiao.core.privacy.KeystoreMasterKey;
import org.yiqiao.core.privacy.MasterKey;

/** Creates master keys without a lasting keystore file. */
public final class TestMasterKey {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private TestMasterKey() {}

    public static MasterKey create() {
        try {
            Path folder = Files.createTempDirectory("keystore");
            Path keystore = folder.resolve("test.p12");
            KeystoreMasterKey.create(keystore, PASSWORD);
            MasterKey read = KeystoreMasterKey.load(keystore, PASSWORD);
            Files.delete(keystore);
            Files.delete(folder);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
