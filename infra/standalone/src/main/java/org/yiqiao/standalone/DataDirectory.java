package org.yiqiao.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder of all data, held by one program at a time; the lock ends with the process, however it ends. */
record DataDirectory(Path path, FileLock lock) {

    /** @throws StartupException if another program holds it, or it cannot be written */
    static DataDirectory acquire(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new DataDirectory(path, lock);
            }
        } catch (OverlappingFileLockException | IOException e) {
            throw new StartupException("The data folder " + path + " cannot be used: " + e, e);
        }
        throw new StartupException(
                "The data folder " + path + " is in use by another Yiqiao. Choose another with --yiqiao.data-dir=…");
    }
}
