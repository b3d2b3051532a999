package org.yiqiao.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiqiao.core.aggregate.PendingEvent;
import org.yiqiao.core.outbox.EventPublisher;
import org.yiqiao.core.outbox.OutboxBatch;

/** An in-memory event publisher that can be unavailable. */
public final class InMemoryEventPublisher implements EventPublisher {

    private final List<String> published = new ArrayList<>();
    private boolean unavailable;
    private boolean failNext;

    public synchronized void setUnavailable(boolean value) {
        unavailable = value;
    }

    /** Makes the next call of {@link #publish} fail unexpectedly. */
    public synchronized void failOnce() {
        failNext = true;
    }

    /** Returns the published events of an aggregate as {@code id-seq}, in order. */
    public synchronized List<String> publishedIds(String id) {
        return published.stream().filter(entry -> entry.startsWith(id + "-")).toList();
    }

    @Override
    public synchronized Map<String, Long> publish(List<OutboxBatch> batches) {
        if (failNext) {
            failNext = false;
            throw new IllegalStateException("Failed once");
        }
        Map<String, Long> acknowledged = new HashMap<>();
        if (!unavailable) {
            for (OutboxBatch batch : batches) {
                for (PendingEvent event : batch.events()) {
                    published.add(batch.id() + "-" + event.seq());
                    acknowledged.put(batch.id(), event.seq());
                }
            }
        }
        return acknowledged;
    }

    @Override
    public void close() {}
}
