package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/** A document in its stored form: BSON. It is immutable, so readers and writers can share it. */
final class StoredDocument {
    private static final int BSON_OBJECT_TOO_LARGE = 10334;
    private static final int KEPT_CAPACITY = 1 << 20;
    private static final ThreadLocal<ByteBuf> SCRATCH = ThreadLocal.withInitial(() -> Unpooled.buffer(4096));

    private final byte[] bson;

    StoredDocument(byte[] bson) {
        this.bson = bson;
    }

    static StoredDocument of(Document document) {
        ByteBuf scratch = SCRATCH.get().clear();
        BsonEncoder.encodeDocument(document, scratch);
        StoredDocument stored = new StoredDocument(ByteBufUtil.getBytes(scratch));
        if (scratch.capacity() > KEPT_CAPACITY) {
            SCRATCH.remove();
        }
        if (stored.size() > BsonConstants.MAX_BSON_OBJECT_SIZE) {
            throw new MongoServerError(
                    BSON_OBJECT_TOO_LARGE, "BSONObjectTooLarge", "document is too large: " + stored.size() + " bytes");
        }
        return stored;
    }

    /** Returns a new document, which the caller can change. */
    Document decode() {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    int size() {
        return bson.length;
    }

    /** Returns the BSON without a copy; the caller must not change it. */
    byte[] bson() {
        return bson;
    }
}
