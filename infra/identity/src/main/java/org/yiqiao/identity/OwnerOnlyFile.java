package org.yiqiao.identity;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that only the user of the process can read, where the file system supports such permissions. */
public final class OwnerOnlyFile {

    private OwnerOnlyFile() {}

    /** Writes a new file, completely or not at all, and creates its folder if necessary. Fails if the file exists. */
    public static void write(Path file, String text) throws IOException {
        move(file, text);
    }

    /** Writes a file that may exist, completely or not at all, and creates its folder if necessary. */
    public static void replace(Path file, String text) throws IOException {
        move(file, text, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void move(Path file, String text, CopyOption... options) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        // Temporary files are readable by their owner only.
        Path temporary = Files.createTempFile(folder, file.getFileName().toString(), ".half");
        Files.writeString(temporary, text);
        Files.move(temporary, file, options);
    }
}
