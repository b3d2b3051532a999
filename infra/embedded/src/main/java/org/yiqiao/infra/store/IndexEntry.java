package org.yiqiao.infra.store;

import java.util.Arrays;

/**
 * An entry of an index: the indexed values, then the key of the document that has them.
 *
 * @param split how many bytes are the values
 */
record IndexEntry(KeyBytes key, int split) {
    KeyBytes values() {
        return new KeyBytes(Arrays.copyOf(key.bytes(), split));
    }
}
