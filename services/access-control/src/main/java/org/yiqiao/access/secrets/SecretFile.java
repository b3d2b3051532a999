package org.yiqiao.access.secrets;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A secret of 256 bits in a file that its owner alone may read; it is made when it is first asked for. */
public final class SecretFile {

    private static final int BYTES = 32;

    private SecretFile() {}

    /** The secret of a file, as 64 hexadecimal digits; of several instances that make it at once, one does. */
    public static String readOrCreate(Path file) throws IOException {
        if (Files.notExists(file)) {
            byte[] made = new byte[BYTES];
            new SecureRandom().nextBytes(made);
            Files.createDirectories(file.toAbsolutePath().getParent());
            createFile(file, HexFormat.of().formatHex(made));
        }
        return Files.readString(file).strip();
    }

    /** Whole or not at all, and only once. */
    private static void createFile(Path file, String secret) throws IOException {
        Path made = Files.createTempFile(file.toAbsolutePath().getParent(), "secret", ".tmp"); // its owner's alone
        Files.writeString(made, secret, StandardOpenOption.TRUNCATE_EXISTING);
        try {
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException e) {
            // Another instance was faster, and its secret is read.
        } finally {
            Files.delete(made);
        }
    }
}
