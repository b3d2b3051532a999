package org.yiqiao.core.outbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that removes its oldest entries when it exceeds a maximum size. */
final class BoundedMap<K, V> extends LinkedHashMap<K, V> {

    private final int maxSize;

    BoundedMap(int maxSize) {
        this.maxSize = maxSize;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > maxSize;
    }
}
