package org.yiqiao.infra.store;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One record of the change log.
 *
 * @param document null if it was removed
 */
record WriteAheadLogRecord(
        long sequence,
        int collection,
        KeyBytes key,
        @Nullable StoredDocument document) {

    /**
     * Returns the sequence number of the first change in a log file, or {@link Long#MAX_VALUE} if the file is empty.
     */
    static long firstSequence(Path log, WriteAheadLogChecksum checksum) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(log)))) {
            WriteAheadLogRecord first = readNext(in, checksum);
            return first == null ? Long.MAX_VALUE : first.sequence();
        }
    }

    /** Reads a log file up to its end, or up to a record that a killed process left incomplete. */
    static void readAll(Path log, WriteAheadLogChecksum checksum, Consumer<WriteAheadLogRecord> reader)
            throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(log), 1 << 16))) {
            for (WriteAheadLogRecord change = readNext(in, checksum); change != null; change = readNext(in, checksum)) {
                reader.accept(change);
            }
        }
    }

    private static @Nullable WriteAheadLogRecord readNext(DataInputStream in, WriteAheadLogChecksum checksum)
            throws IOException {
        ByteBuffer start = ByteBuffer.wrap(in.readNBytes(WriteAheadLog.CHECKSUM_START));
        if (start.remaining() < WriteAheadLog.CHECKSUM_START) {
            return null;
        }
        int length = start.getInt();
        int expected = start.getInt();
        if (length < WriteAheadLog.HEADER_LENGTH - WriteAheadLog.CHECKSUM_START) {
            return null;
        }
        byte[] content = in.readNBytes(length);
        boolean isComplete = content.length == length && checksum.of(ByteBuffer.wrap(content)) == expected;
        return isComplete ? parse(ByteBuffer.wrap(content)) : null;
    }

    private static WriteAheadLogRecord parse(ByteBuffer content) {
        long sequence = content.getLong();
        int collection = content.getInt();
        byte[] key = new byte[content.getInt()];
        int size = content.getInt();
        content.get(key);
        if (size == WriteAheadLog.REMOVED_LENGTH) {
            return new WriteAheadLogRecord(sequence, collection, new KeyBytes(key), null);
        }
        byte[] bson = new byte[size];
        content.get(bson);
        return new WriteAheadLogRecord(sequence, collection, new KeyBytes(key), new StoredDocument(bson));
    }
}
