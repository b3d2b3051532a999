package org.yiqiao.infra.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Computes the checksum of a record in the log of one store. Records of another store and incomplete records do not
 * have this checksum.
 */
final class WriteAheadLogChecksum {
    private final byte[] store;
    private final CRC32C sum = new CRC32C();

    /** @param store a number that no other store has */
    WriteAheadLogChecksum(long store) {
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
