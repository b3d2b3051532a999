package org.yiqiao.infra.store;

import org.jspecify.annotations.Nullable;

/** A range of keys of a map, both ends included; null stands for the end of the map. */
record KeyRange(@Nullable KeyBytes from, @Nullable KeyBytes to) {
    static final KeyRange ALL = new KeyRange(null, null);

    static KeyRange withPrefix(KeyBytes prefix) {
        return prefix.length() == 0 ? ALL : new KeyRange(prefix, prefix.firstKeyAfterPrefix());
    }

    static KeyRange ofKey(KeyBytes key) {
        return new KeyRange(key, key);
    }

    boolean isSingleKey() {
        return from != null && to != null && from.equals(to);
    }
}
