package org.yiqiao.core.processing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.envelope.EventEnvelope;

/**
 * A projection with one row per aggregate, folded from its events. Each event is applied once and in order, even if the
 * topic repeats events.
 *
 * @param <R> the row, a record that the record codec of the driver can write
 */
public non-sealed interface Projection<E extends DomainEvent, R> extends EventHandler<E> {

    Class<R> rowClass();

    /**
     * Returns the row after the event, without side effects; {@code row} is null before the first event. A null result
     * means that the row does not exist (any more).
     */
    @Nullable
    R apply(@Nullable R row, EventEnvelope<? extends E> event);

    /**
     * Recomputes the data derived from these rows, which are already written. This method is called for repeated events
     * too, because a crash can happen between row and recomputation. Therefore an implementation must give the same
     * result however often it runs.
     *
     * <p>A rebuild calls this method too, concurrently with the event processor, and passes a corrected row also in its
     * previous form.
     */
    default void updateDerivedData(List<ProjectionRow<R>> touched) {}

    /** Returns the row fields to index, such as {@code day} or {@code path}. */
    default List<String> indexedFields() {
        return List.of();
    }
}
