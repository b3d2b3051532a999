package org.yiqiao.infra.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** The checksum of a record in the log of one store: a record of another store, or of half a write, has another one. */
final class RecordChecksum {
    private final byte[] store;
    private final CRC32C sum = new CRC32C();

    /** @param store a number that no other store has */
    RecordChecksum(long store) {
        this.store = ByteBuffer.allocate(Long.BYTES).putLong(store).array();
    }

    int of(ByteBuffer... parts) {
        sum.reset();
        sum.update(store);
        for (ByteBuffer part : parts) {
            sum.update(part);
        }
        return (int) sum.getValue();
    }
}
