package org.yiqiao.infra.store;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable byte string. Its order compares bytes as unsigned, and every map of the store is sorted by it. */
final class KeyBytes implements Comparable<KeyBytes> {
    private final byte[] bytes;

    KeyBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the bytes without a copy; the caller must not change them. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return bytes.length;
    }

    KeyBytes suffixFrom(int from) {
        return new KeyBytes(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    KeyBytes concat(KeyBytes suffix) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length + suffix.bytes.length);
        System.arraycopy(suffix.bytes, 0, joined, bytes.length, suffix.bytes.length);
        return new KeyBytes(joined);
    }

    /** Returns the smallest key above every key that starts with this key. */
    KeyBytes firstKeyAfterPrefix() {
        int last = bytes.length - 1;
        while (bytes[last] == (byte) 0xFF) {
            last--;
        }
        byte[] next = Arrays.copyOf(bytes, last + 1);
        next[last]++;
        return new KeyBytes(next);
    }

    @Override
    public int compareTo(KeyBytes other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
