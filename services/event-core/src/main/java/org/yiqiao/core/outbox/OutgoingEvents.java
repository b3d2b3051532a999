package org.yiqiao.core.outbox;

import java.util.List;
import org.yiqiao.core.aggregate.Aggregate;
import org.yiqiao.core.aggregate.PendingEvent;

/** All the pending events of one aggregate, in their order. */
public record OutgoingEvents(Aggregate<?, ?, ?> aggregate, String id, List<PendingEvent> events) {

    OutgoingEvents later(OutgoingEvents other) {
        return other.events.getLast().seq() >= events.getLast().seq() ? other : this;
    }

    OutgoingEvents after(long seq) {
        return new OutgoingEvents(
                aggregate,
                id,
                events.stream().filter(event -> event.seq() > seq).toList());
    }
}
