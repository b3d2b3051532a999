package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of BSON values, in the order in which MongoDB compares values of different kinds. All numbers are one kind.
 */
enum BsonValueKind {
    MIN_KEY(0x10),
    EMPTY_ARRAY(0x18),
    NULL(0x20),
    NUMBER(0x28),
    STRING(0x30),
    DOCUMENT(0x38),
    ARRAY(0x40),
    BINARY(0x48),
    LEGACY_UUID(0x50),
    UUID_VALUE(0x58),
    OBJECT_ID(0x60),
    BOOLEAN(0x68),
    DATE(0x70),
    TIMESTAMP(0x78),
    REGEX(0x80),
    JAVASCRIPT(0x88),
    MAX_KEY(0x90);

    private final byte tag;

    BsonValueKind(int tag) {
        this.tag = (byte) tag;
    }

    /**
     * Returns the first byte of a key of this kind. The byte 0 ends a document or an array; 0xFF is above all kinds.
     */
    byte tag() {
        return tag;
    }

    /** Returns whether an index can look up ranges of this kind: only kinds that sort here as in the query matcher. */
    boolean supportsRanges() {
        return switch (this) {
            case NUMBER, STRING, UUID_VALUE, OBJECT_ID, BOOLEAN, DATE -> true;
            case MIN_KEY,
                    EMPTY_ARRAY,
                    NULL,
                    DOCUMENT,
                    ARRAY,
                    BINARY,
                    LEGACY_UUID,
                    TIMESTAMP,
                    REGEX,
                    JAVASCRIPT,
                    MAX_KEY -> false;
        };
    }

    static BsonValueKind of(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Missing _ -> NULL;
            case FieldValues.EmptyArrayMarker _ -> EMPTY_ARRAY;
            case Number _ -> NUMBER;
            case String _ -> STRING;
            case Document _ -> DOCUMENT;
            case Collection<?> _ -> ARRAY;
            case ObjectId _ -> OBJECT_ID;
            case Boolean _ -> BOOLEAN;
            case Instant _ -> DATE;
            case UUID _ -> UUID_VALUE;
            case LegacyUUID _ -> LEGACY_UUID;
            case BinData _ -> BINARY;
            case BsonTimestamp _ -> TIMESTAMP;
            case BsonRegularExpression _ -> REGEX;
            case BsonJavaScript _ -> JAVASCRIPT;
            case MinKey _ -> MIN_KEY;
            case MaxKey _ -> MAX_KEY;
            default -> throw new BadValueException("Cannot store a value of " + value.getClass());
        };
    }
}
