package org.yiqiao.infra.store;

import java.util.Arrays;

/**
 * An entry of an index: the indexed values, followed by the key of their document.
 *
 * @param valueLength the number of bytes of the values
 */
record IndexEntry(KeyBytes key, int valueLength) {
    KeyBytes values() {
        return new KeyBytes(Arrays.copyOf(key.bytes(), valueLength));
    }
}
