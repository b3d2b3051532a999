package org.yiqiao.infra.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of the change log. It only grows, until it is truncated. */
final class WriteAheadLogFile implements AutoCloseable {
    private final FileChannel file;
    private volatile long size;

    static WriteAheadLogFile open(Path path) throws IOException {
        return new WriteAheadLogFile(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    WriteAheadLogFile(FileChannel file) throws IOException {
        this.file = file;
        size = file.size();
    }

    /** Writes at the end. After a failure, the next attempt writes to the same place again. */
    void append(ByteBuffer content) {
        ByteBuffer rest = content.duplicate();
        long end = size;
        try {
            while (rest.hasRemaining()) {
                end += file.write(rest, end);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the change log", e);
        }
        size = end;
    }

    long size() {
        return size;
    }

    /** Continues to write at this position. */
    void rewindTo(long length) {
        size = length;
    }

    void truncate() {
        try {
            file.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot truncate the change log", e);
        }
        size = 0;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the change log", e);
        }
    }
}
