package org.yiqiao.request;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiqiao.core.outbox.EventPublisher;
import org.yiqiao.core.outbox.OutboxBatch;

/** An event publisher that confirms every batch and publishes nothing. */
public final class NoOpEventPublisher implements EventPublisher {

    @Override
    public Map<String, Long> publish(List<OutboxBatch> batches) {
        return batches.stream()
                .collect(Collectors.toMap(
                        OutboxBatch::id, batch -> batch.events().getLast().seq()));
    }

    @Override
    public void close() {}
}
