package org.yiqiao.access.secrets;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Reads a 256-bit secret from a file that only its owner may read. The first read creates the file. */
public final class GeneratedSecretFile {

    private static final int BYTES = 32;

    private GeneratedSecretFile() {}

    /**
     * Returns the secret as 64 hexadecimal digits. If several instances create the file at once, one succeeds, and all
     * return its secret.
     */
    public static String readOrCreate(Path file) throws IOException {
        if (Files.notExists(file)) {
            byte[] secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            Files.createDirectories(file.toAbsolutePath().getParent());
            createFile(file, HexFormat.of().formatHex(secret));
        }
        return Files.readString(file).strip();
    }

    /** Creates the file with all of its content, atomically and only once. */
    private static void createFile(Path file, String secret) throws IOException {
        // A temporary file is readable by its owner only.
        Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), "secret", ".tmp");
        Files.writeString(temporary, secret, StandardOpenOption.TRUNCATE_EXISTING);
        try {
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException e) {
            // Another instance created the file first; its secret is used.
        } finally {
            Files.delete(temporary);
        }
    }
}
