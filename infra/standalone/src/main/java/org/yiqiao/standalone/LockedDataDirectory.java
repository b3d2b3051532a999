package org.yiqiao.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder for all data, locked by one process at a time. The lock is released however the process ends. */
record LockedDataDirectory(Path path, FileLock lock) {

    /**
     * Creates the folder if it does not exist.
     *
     * @throws StartupException if the folder is not writable
     */
    static void requireWritable(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw unusable(path, e);
        }
        if (!Files.isWritable(path)) {
            throw new StartupException("The data folder " + path + " is not writable. Change its permissions,"
                    + " or choose another folder with --yiqiao.data-dir=…");
        }
    }

    private static StartupException unusable(Path path, Exception cause) {
        return new StartupException(
                "The data folder " + path + " cannot be used: " + cause
                        + ". Choose another folder with --yiqiao.data-dir=…",
                cause);
    }

    /**
     * Creates the folder if it does not exist, and locks it.
     *
     * @throws StartupException if another process holds the lock, or if the folder is not writable
     */
    static LockedDataDirectory acquire(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new LockedDataDirectory(path, lock);
            }
        } catch (OverlappingFileLockException | IOException e) {
            throw unusable(path, e);
        }
        throw new StartupException("The data folder " + path + " is in use by another Yiqiao process."
                + " Choose another folder with --yiqiao.data-dir=…");
    }
}
