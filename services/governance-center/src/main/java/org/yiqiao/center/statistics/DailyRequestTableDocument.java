package org.yiqiao.center.statistics;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;
import org.bson.types.Binary;

/**
 * The stored form of a daily table: each column is one binary value of big-endian numbers, 24 bytes for a request. With
 * BSON arrays, a day of 100,000 requests would need half a million parsed values, and a day of 300,000 would exceed the
 * size limit of a document.
 */
public record DailyRequestTableDocument(
        List<String> services,
        List<DailyRequestTable.RequestPlace> places,
        Binary requested,
        Binary closed,
        Binary service,
        Binary place) {

    static DailyRequestTableDocument of(DailyRequestTable table) {
        return new DailyRequestTableDocument(
                table.services(),
                table.places(),
                longs(table.requested()),
                longs(table.closed()),
                ints(table.service()),
                ints(table.place()));
    }

    DailyRequestTable toTable() {
        return new DailyRequestTable(
                services,
                places,
                bytes(requested).asLongBuffer(),
                bytes(closed).asLongBuffer(),
                bytes(service).asIntBuffer(),
                bytes(place).asIntBuffer());
    }

    private static Binary longs(LongBuffer column) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * column.limit());
        bytes.asLongBuffer().put(column.duplicate().rewind());
        return new Binary(bytes.array());
    }

    private static Binary ints(IntBuffer column) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * column.limit());
        bytes.asIntBuffer().put(column.duplicate().rewind());
        return new Binary(bytes.array());
    }

    private static ByteBuffer bytes(Binary column) {
        return ByteBuffer.wrap(column.getData());
    }
}
