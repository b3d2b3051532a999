package org.yiqiao.center.statistics;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;
import org.bson.types.Binary;

/**
 * A sheet as its document has it: each column is one binary of big-endian numbers, 24 bytes for a request. As arrays of
 * BSON a day of 100,000 requests would be half a million values to parse, and one of 300,000 no document any more.
 */
public record DailyRequestTableDocument(
        List<String> services,
        List<DailyRequestTable.RequestPlace> places,
        Binary requested,
        Binary closed,
        Binary service,
        Binary place) {

    static DailyRequestTableDocument of(DailyRequestTable sheet) {
        return new DailyRequestTableDocument(
                sheet.services(),
                sheet.places(),
                longs(sheet.requested()),
                longs(sheet.closed()),
                ints(sheet.service()),
                ints(sheet.place()));
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
