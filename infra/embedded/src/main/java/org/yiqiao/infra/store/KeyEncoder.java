package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Encodes values as bytes that sort as MongoDB sorts the values. Values that queries consider equal (1, 1L and 1.0;
 * null and a missing field) have the same bytes. The bytes of a value are never a prefix of those of another value.
 */
final class KeyEncoder {
    private byte[] bytes = new byte[48];
    private int length;

    static KeyBytes keyOf(@Nullable Object value) {
        return new KeyEncoder().appendValue(value).toKey();
    }

    KeyBytes toKey() {
        return new KeyBytes(Arrays.copyOf(bytes, length));
    }

    int length() {
        return length;
    }

    KeyEncoder appendKey(KeyBytes key) {
        return put(key.bytes());
    }

    /** Appends a value. The bytes of a descending value are inverted, so that it sorts in reverse. */
    KeyEncoder appendValue(@Nullable Object value, boolean ascending) {
        int start = length;
        appendValue(value);
        if (!ascending) {
            for (int i = start; i < length; i++) {
                bytes[i] = (byte) ~bytes[i];
            }
        }
        return this;
    }

    /** Appends the position at which values of the same kind as this value begin. */
    KeyEncoder appendKindOf(@Nullable Object value, boolean ascending) {
        byte tag = BsonValueKind.of(value).tag();
        return put(ascending ? tag : (byte) ~tag);
    }

    KeyEncoder appendValue(@Nullable Object value) {
        BsonValueKind kind = BsonValueKind.of(value);
        put(kind.tag());
        return content(kind, value);
    }

    private KeyEncoder content(BsonValueKind kind, @Nullable Object value) {
        return switch (value) {
            case null -> this;
            case Number number -> number(number);
            case String string -> string(string);
            case Document document -> document(document);
            case Collection<?> array -> array(array);
            case ObjectId id -> put(id.toByteArray());
            case Boolean bool -> put((byte) (bool ? 1 : 0));
            case Instant date -> int64(date.toEpochMilli() ^ Long.MIN_VALUE);
            case UUID uuid -> uuid(uuid);
            case LegacyUUID uuid -> uuid(uuid.getUuid());
            case BinData data -> int32(data.getData().length).put(data.getData());
            case BsonTimestamp timestamp -> int64(timestamp.getValue());
            case BsonRegularExpression regex ->
                string(regex.getPattern()).string(regex.getOptions() == null ? "" : regex.getOptions());
            case BsonJavaScript script -> string(script.getCode());
            default -> {
                assert kind == BsonValueKind.NULL
                        || kind == BsonValueKind.EMPTY_ARRAY
                        || kind == BsonValueKind.MIN_KEY
                        || kind == BsonValueKind.MAX_KEY;
                yield this;
            }
        };
    }

    /**
     * Appends a number as a double, with its bits transformed to sort, then the amount that a long above 2^53 loses as
     * a double.
     */
    private KeyEncoder number(Number number) {
        double asDouble = number.doubleValue();
        long bits = Double.doubleToLongBits(asDouble == 0 ? 0.0 : asDouble);
        int64(bits ^ ((bits >> 63) | Long.MIN_VALUE));
        int remainder = number instanceof Long exact ? (int) (exact - (long) asDouble) : 0;
        return int16(remainder + 0x8000);
    }

    /**
     * Appends every char plus one in UTF-8, and 0 as the end. Chars are used rather than code points, because Java, and
     * therefore the query matcher, compares chars.
     */
    private KeyEncoder string(String string) {
        reserve(3 * string.length() + 1);
        for (int i = 0; i < string.length(); i++) {
            int unit = string.charAt(i) + 1;
            if (unit < 0x80) {
                bytes[length++] = (byte) unit;
            } else if (unit < 0x800) {
                bytes[length++] = (byte) (0xC0 | (unit >> 6));
                bytes[length++] = (byte) (0x80 | (unit & 0x3F));
            } else {
                // 0x10000, the char 0xFFFF plus one, still fits: its first byte is 0xF0
                bytes[length++] = (byte) (0xE0 | (unit >> 12));
                bytes[length++] = (byte) (0x80 | ((unit >> 6) & 0x3F));
                bytes[length++] = (byte) (0x80 | (unit & 0x3F));
            }
        }
        bytes[length++] = 0;
        return this;
    }

    private KeyEncoder document(Document document) {
        for (Map.Entry<String, Object> field : document.entrySet()) {
            BsonValueKind kind = BsonValueKind.of(field.getValue());
            put(kind.tag()).string(field.getKey()).content(kind, field.getValue());
        }
        return put((byte) 0);
    }

    private KeyEncoder array(Collection<?> array) {
        array.forEach(this::appendValue);
        return put((byte) 0);
    }

    private KeyEncoder uuid(UUID uuid) {
        return int64(uuid.getMostSignificantBits()).int64(uuid.getLeastSignificantBits());
    }

    private KeyEncoder int64(long value) {
        return int32((int) (value >>> 32)).int32((int) value);
    }

    private KeyEncoder int32(int value) {
        return int16(value >>> 16).int16(value);
    }

    private KeyEncoder int16(int value) {
        return put((byte) (value >>> 8)).put((byte) value);
    }

    private KeyEncoder put(byte value) {
        reserve(1);
        bytes[length++] = value;
        return this;
    }

    private KeyEncoder put(byte[] values) {
        reserve(values.length);
        System.arraycopy(values, 0, bytes, length, values.length);
        length += values.length;
        return this;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
