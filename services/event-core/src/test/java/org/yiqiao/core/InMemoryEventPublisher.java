package org.yiqiao.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiqiao.core.aggregate.PendingEvent;
import org.yiqiao.core.outbox.EventPublisher;
import org.yiqiao.core.outbox.OutboxBatch;

/** A log in memory, which can be away. */
public final class InMemoryEventPublisher implements EventPublisher {

    private final List<String> log = new ArrayList<>();
    private boolean away;
    private boolean broken;

    public synchronized void setUnavailable(boolean now) {
        away = now;
    }

    /** The next publishing fails as nobody expects it to. */
    public synchronized void failOnce() {
        broken = true;
    }

    /** What was published of an aggregate, as {@code id-seq}, in order. */
    public synchronized List<String> publishedIds(String id) {
        return log.stream().filter(entry -> entry.startsWith(id + "-")).toList();
    }

    @Override
    public synchronized Map<String, Long> publish(List<OutboxBatch> batches) {
        if (broken) {
            broken = false;
            throw new IllegalStateException("Broken once");
        }
        Map<String, Long> acknowledged = new HashMap<>();
        if (!away) {
            for (OutboxBatch batch : batches) {
                for (PendingEvent event : batch.events()) {
                    log.add(batch.id() + "-" + event.seq());
                    acknowledged.put(batch.id(), event.seq());
                }
            }
        }
        return acknowledged;
    }

    @Override
    public void close() {}
}
