package org.yiqiao.core.processing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.envelope.EventEnvelope;

/**
 * One row for each aggregate, folded from its events. Each event is applied once and in order, whatever the log
 * repeats.
 *
 * @param <R> the row, a record that the driver's record codec can write
 */
public non-sealed interface Projection<E extends DomainEvent, R> extends EventHandler<E> {

    Class<R> rowClass();

    /** The row after the event, pure; {@code row} is null before the first one. Null means that there is no row (any more). */
    @Nullable
    R apply(@Nullable R row, EventEnvelope<? extends E> event);

    /**
     * Recomputes what depends on these rows, which are already written. It is called for repeated events too, since a
     * crash may have come between row and recomputation, so it must come to the same result however often it runs. A
     * rebuild calls it too, beside the feed, and gives a corrected row also as it was before.
     */
    default void updateDerivedData(List<Row<R>> touched) {}

    /** Fields of the row to index, such as {@code day} or {@code path}. */
    default List<String> indexedFields() {
        return List.of();
    }
}
