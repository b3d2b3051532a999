package org.yiqiao.core.outbox;

import java.util.List;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.PendingEvent;

/** All pending events of one aggregate, in order. */
public record OutboxBatch(AggregateType<?, ?, ?> aggregateType, String id, List<PendingEvent> events) {

    OutboxBatch newest(OutboxBatch other) {
        return other.events.getLast().seq() >= events.getLast().seq() ? other : this;
    }

    OutboxBatch after(long seq) {
        return new OutboxBatch(
                aggregateType,
                id,
                events.stream().filter(event -> event.seq() > seq).toList());
    }
}
