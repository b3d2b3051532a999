package org.yiqiao.core.outbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets its oldest entries beyond a bound. */
final class BoundedMap<K, V> extends LinkedHashMap<K, V> {

    private final int bound;

    BoundedMap(int bound) {
        this.bound = bound;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > bound;
    }
}
