package org.yiqiao.support.consumption;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.core.envelope.EventEnvelope;
import org.yiqiao.core.processing.Projection;

/** Counts the events of each post. The driver writes only public records. */
@Component
public class GridChiefRows implements Projection<GridPostEvent, GridChiefRows.EventCount> {

    public record EventCount(int events) {}

    @Override
    public Class<GridPostEvent> eventClass() {
        return GridPostEvent.class;
    }

    @Override
    public Class<EventCount> rowClass() {
        return EventCount.class;
    }

    @Override
    public EventCount apply(@Nullable EventCount row, EventEnvelope<? extends GridPostEvent> event) {
        return new EventCount(row == null ? 1 : row.events() + 1);
    }
}
