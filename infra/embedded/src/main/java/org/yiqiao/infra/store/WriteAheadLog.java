package org.yiqiao.infra.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The changes since the last checkpoint, one record each. A record is appended to memory when the change is made and
 * written before the change is acknowledged; whoever writes first writes for all who have appended, so that many writers
 * share one write. There are two files: while a checkpoint is stored, the changes up to it are in the one and those after
 * it in the other.
 */
final class WriteAheadLog implements AutoCloseable {
    /** Length and checksum of what follows, then sequence number, collection, and the lengths of key and document. */
    static final int HEADER_LENGTH = 4 + 4 + 8 + 4 + 4 + 4;

    static final int CHECKSUM_START = 8;
    static final int REMOVED_LENGTH = -1;

    private static final byte[] NOTHING = {};
    private static final int BUFFER_SIZE = 1 << 18;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_SIZE);
    private final RecordChecksum checksum;

    private volatile long appended;
    private volatile long written;
    private volatile WriteAheadLogFile file;
    private WriteAheadLogFile other;

    static WriteAheadLog open(Path path, RecordChecksum checksum, long lastSequence) throws IOException {
        return new WriteAheadLog(
                WriteAheadLogFile.open(path), WriteAheadLogFile.open(secondFileOf(path)), checksum, lastSequence);
    }

    /** The second file of a log. */
    static Path secondFileOf(Path path) {
        return path.resolveSibling(path.getFileName() + "2");
    }

    /** @param other what comes after the next {@link #switchFiles} */
    WriteAheadLog(WriteAheadLogFile file, WriteAheadLogFile other, RecordChecksum checksum, long lastSequence) {
        this.file = file;
        this.other = other;
        this.checksum = checksum;
        appended = lastSequence;
        written = lastSequence;
    }

    /**
     * @param document null if it was removed
     * @throws UncheckedIOException if there is no room left in memory or in the file; then nothing was appended
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

    /** Half a record would hide all that comes after it; the next one is to stand where this one began. */
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

    /** If it fails the buffer keeps its content and the next attempt writes it again, to the same place. */
    private synchronized void writeBuffer() {
        file.append(buffer.duplicate().flip());
        buffer.clear();
    }

    /** The number of the last change; of changes made meanwhile too, so to be asked while none can be made. */
    long lastSequence() {
        return appended;
    }

    /** Bytes since the last turn. */
    long size() {
        return file.size();
    }

    /**
     * Begins anew in the other file, while nobody appends: all changes so far are in the next checkpoint. After it is
     * stored they are to be {@link #discardCheckpointed forgotten}, before the next turn. Returns whether there was room to finish the
     * file so far.
     */
    synchronized boolean switchFiles() {
        if (other.size() > 0) {
            throw new IllegalStateException("the changes before the last turn are not forgotten yet");
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

    /** Forgets the changes before the last turn: they are in a checkpoint. */
    synchronized void discardCheckpointed() {
        other.truncate();
    }

    /** Forgets all changes, up to this number: they are in a checkpoint. */
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
