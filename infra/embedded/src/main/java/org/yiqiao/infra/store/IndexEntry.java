package org.yiqiao.infra.store;

import java.util.Arrays;

/**
 * An entry of an index: the indexed values, then the key of the document that has them.
 *
 * @param valueLength how many bytes are the values
 */
record IndexEntry(KeyBytes key, int valueLength) {
    KeyBytes values() {
        return new KeyBytes(Arrays.copyOf(key.bytes(), valueLength));
    }
}
