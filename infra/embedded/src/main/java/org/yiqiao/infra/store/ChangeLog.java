package org.yiqiao.infra.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The changes since the last checkpoint, one record each, in one file that only grows until the next checkpoint empties
 * it. A record is appended to memory when the change is made and written before the change is acknowledged; whoever
 * writes first writes for all who have appended, so that many writers share one write.
 */
final class ChangeLog implements AutoCloseable {
    /** Length and checksum of what follows, then sequence number, collection, and the lengths of key and document. */
    static final int HEADER = 4 + 4 + 8 + 4 + 4 + 4;

    static final int CHECKSUMMED_FROM = 8;
    static final int REMOVED = -1;

    private static final byte[] NOTHING = {};
    private static final int BUFFER_SIZE = 1 << 18;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_SIZE);
    private final RecordChecksum checksum;

    private volatile long appended;
    private volatile long written;
    private volatile long size;

    static ChangeLog open(Path path, RecordChecksum checksum, long lastSequence) throws IOException {
        return new ChangeLog(
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE), checksum, lastSequence);
    }

    ChangeLog(FileChannel file, RecordChecksum checksum, long lastSequence) throws IOException {
        this.file = file;
        this.checksum = checksum;
        size = file.size();
        appended = lastSequence;
        written = lastSequence;
    }

    /**
     * @param document null if it was removed
     * @throws UncheckedIOException if there is no room left in memory or in the file; then nothing was appended
     */
    synchronized void append(int collection, KeyBytes key, @Nullable StoredDocument document) {
        byte[] bson = document == null ? NOTHING : document.bson();
        ByteBuffer header = ByteBuffer.allocate(HEADER)
                .putInt(HEADER - CHECKSUMMED_FROM + key.length() + bson.length)
                .putInt(0)
                .putLong(appended + 1)
                .putInt(collection)
                .putInt(key.length())
                .putInt(document == null ? REMOVED : bson.length);
        ByteBuffer checksummed = header.duplicate().position(CHECKSUMMED_FROM);
        header.putInt(Integer.BYTES, checksum.of(checksummed, ByteBuffer.wrap(key.bytes()), ByteBuffer.wrap(bson)));
        long start = size + buffer.position();
        try {
            put(header.array());
            put(key.bytes());
            put(bson);
        } catch (UncheckedIOException e) {
            takeBack(start);
            throw e;
        }
        appended++;
    }

    /** Half a record would hide all that comes after it; the next one is to stand where this one began. */
    private void takeBack(long start) {
        if (start < size) {
            size = start;
            buffer.clear();
        } else {
            buffer.position((int) (start - size));
        }
    }

    private void put(byte[] bytes) {
        for (int from = 0; from < bytes.length; ) {
            if (!buffer.hasRemaining()) {
                writeBuffer();
            }
            int length = Math.min(buffer.remaining(), bytes.length - from);
            buffer.put(bytes, from, length);
            from += length;
        }
    }

    /** Returns once every change appended so far would survive the end of this process. */
    void write() {
        long upTo = appended;
        if (written < upTo) {
            writeAppended(upTo);
        }
    }

    private synchronized void writeAppended(long upTo) {
        if (written < upTo) {
            writeBuffer();
            written = appended;
        }
    }

    /** If it fails the buffer keeps its content and the next attempt writes it again, to the same place. */
    private synchronized void writeBuffer() {
        ByteBuffer content = buffer.duplicate().flip();
        try {
            while (content.hasRemaining()) {
                file.write(content, size + content.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the change log", e);
        }
        size += buffer.position();
        buffer.clear();
    }

    /** The number of the last change; of changes made meanwhile too, so to be asked while none can be made. */
    long lastSequence() {
        return appended;
    }

    long size() {
        return size;
    }

    /** Forgets all changes: they are in a checkpoint. */
    synchronized void empty() {
        try {
            file.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty the change log", e);
        }
        size = 0;
        buffer.clear();
        written = appended;
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
