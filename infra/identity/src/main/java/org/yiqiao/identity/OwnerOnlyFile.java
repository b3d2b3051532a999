package org.yiqiao.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files that nobody but the owner of the process may read, where the file system knows of such. */
public final class OwnerOnlyFile {

    private OwnerOnlyFile() {}

    /** Writes a new file, whole or not at all; its folder is made if need be. */
    public static void write(Path file, String text) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path half = Files.createTempFile(folder, file.getFileName().toString(), ".half"); // its owner's alone
        Files.writeString(half, text);
        Files.move(half, file);
    }
}
