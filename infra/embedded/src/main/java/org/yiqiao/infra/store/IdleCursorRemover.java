package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Removes cursors that clients no longer use, as MongoDB does, because clients can disappear without closing theirs.
 */
final class IdleCursorRemover {
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final CursorRegistry registry;
    private final Queue<QueryCursor> open = new ConcurrentLinkedQueue<>();

    IdleCursorRemover(CursorRegistry registry) {
        this.registry = registry;
    }

    CursorRegistry registry() {
        return registry;
    }

    void add(QueryCursor cursor) {
        removeIdle();
        open.add(cursor);
        registry.add(cursor);
    }

    private void removeIdle() {
        open.removeIf(cursor -> {
            boolean isIdle = cursor.idleTime().compareTo(IDLE) > 0;
            if (isIdle) {
                registry.remove(cursor);
            }
            return isIdle || cursor.isEmpty();
        });
    }
}
