package org.yiqiao.infra.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The change log: the changes since the last checkpoint, one record each. A change appends its record to a buffer in
 * memory, and the buffer is written before the change is acknowledged. The first writer writes the records of all, so
 * that many writers share one write.
 *
 * <p>There are two files. While a checkpoint is being stored, one file has the changes before the checkpoint and the
 * other the changes after it.
 */
final class WriteAheadLog implements AutoCloseable {
    /**
     * The length and the checksum of the rest, then the sequence number, the collection, and the lengths of key and
     * document.
     */
    static final int HEADER_LENGTH = 4 + 4 + 8 + 4 + 4 + 4;

    static final int CHECKSUM_START = 8;
    static final int REMOVED_LENGTH = -1;

    private static final byte[] NOTHING = {};
    private static final int BUFFER_SIZE = 1 << 18;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_SIZE);
    private final WriteAheadLogChecksum checksum;

    private volatile long appended;
    private volatile long written;
    private volatile WriteAheadLogFile file;
    private WriteAheadLogFile other;

    static WriteAheadLog open(Path path, WriteAheadLogChecksum checksum, long lastSequence) throws IOException {
        return new WriteAheadLog(
                WriteAheadLogFile.open(path), WriteAheadLogFile.open(secondFileOf(path)), checksum, lastSequence);
    }

    /** Returns the second file of a log. */
    static Path secondFileOf(Path path) {
        return path.resolveSibling(path.getFileName() + "2");
    }

    /** @param other the file in use after the next {@link #switchFiles} */
    WriteAheadLog(WriteAheadLogFile file, WriteAheadLogFile other, WriteAheadLogChecksum checksum, long lastSequence) {
        this.file = file;
        this.other = other;
        this.checksum = checksum;
        appended = lastSequence;
        written = lastSequence;
    }

    /**
     * Appends a record.
     *
     * @param document null if it was removed
     * @throws UncheckedIOException if there is no space left in memory or in the file; then nothing is appended
     */
    synchronized void append(int collection, KeyBytes key, @Nullable StoredDocument document) {
        byte[] bson = document == null ? NOTHING : document.bson();
        ByteBuffer header = ByteBuffer.allocate(HEADER_LENGTH)
                .putInt(HEADER_LENGTH - CHECKSUM_START + key.length() + bson.length)
                .putInt(0)
                .putLong(appended + 1)
                .putInt(collection)
                .putInt(key.length())
                .putInt(document == null ? REMOVED_LENGTH : bson.length);
        ByteBuffer checksummed = header.duplicate().position(CHECKSUM_START);
        header.putInt(Integer.BYTES, checksum.of(checksummed, ByteBuffer.wrap(key.bytes()), ByteBuffer.wrap(bson)));
        long start = file.size() + buffer.position();
        try {
            put(header.array());
            put(key.bytes());
            put(bson);
        } catch (UncheckedIOException e) {
            rollBackTo(start);
            throw e;
        }
        appended++;
    }

    /**
     * Discards an incomplete record, because it would hide all records after it; the next record starts at its place.
     */
    private void rollBackTo(long start) {
        if (start < file.size()) {
            file.rewindTo(start);
            buffer.clear();
        } else {
            buffer.position((int) (start - file.size()));
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
    void flush() {
        long upTo = appended;
        if (written < upTo) {
            flushUpTo(upTo);
        }
    }

    private synchronized void flushUpTo(long upTo) {
        if (written < upTo) {
            writeBuffer();
            written = appended;
        }
    }

    /**
     * Writes the buffer. After a failure, the buffer keeps its content, and the next attempt writes it to the same
     * place.
     */
    private synchronized void writeBuffer() {
        file.append(buffer.duplicate().flip());
        buffer.clear();
    }

    /** Returns the sequence number of the last change. Concurrent changes count, so the caller must exclude them. */
    long lastSequence() {
        return appended;
    }

    /** Returns the number of bytes written since the last switch of files. */
    long size() {
        return file.size();
    }

    /**
     * Switches to the other file, while nobody appends: the next checkpoint contains all changes so far. Once that
     * checkpoint is stored, and before the next switch, the caller must {@linkplain #discardCheckpointed discard} these
     * changes.
     *
     * @return whether there was enough space to complete the previous file
     */
    synchronized boolean switchFiles() {
        if (other.size() > 0) {
            throw new IllegalStateException("The changes before the last switch are not discarded yet");
        }
        try {
            writeBuffer();
        } catch (UncheckedIOException e) {
            return false;
        }
        written = appended;
        WriteAheadLogFile before = file;
        file = other;
        other = before;
        return true;
    }

    /** Discards the changes before the last switch, which are now in a checkpoint. */
    synchronized void discardCheckpointed() {
        other.truncate();
    }

    /** Discards all changes up to this number, which are now in a checkpoint. */
    synchronized void reset(long lastSequence) {
        file.truncate();
        other.truncate();
        buffer.clear();
        appended = lastSequence;
        written = lastSequence;
    }

    @Override
    public void close() {
        file.close();
        other.close();
    }
}
