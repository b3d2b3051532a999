package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Forgets cursors that nobody asks for more, as MongoDB does: clients may go without closing theirs. */
final class OpenCursors {
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final CursorRegistry registry;
    private final Queue<RemainingDocuments> open = new ConcurrentLinkedQueue<>();

    OpenCursors(CursorRegistry registry) {
        this.registry = registry;
    }

    CursorRegistry registry() {
        return registry;
    }

    void add(RemainingDocuments cursor) {
        forgetIdle();
        open.add(cursor);
        registry.add(cursor);
    }

    private void forgetIdle() {
        open.removeIf(cursor -> {
            boolean isIdle = cursor.idleFor().compareTo(IDLE) > 0;
            if (isIdle) {
                registry.remove(cursor);
            }
            return isIdle || cursor.isEmpty();
        });
    }
}
