package org.yiqiao.core.processing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.envelope.EventEnvelope;

/** Invokes an event handler: a projection folds an event into its row, a reaction acts and has no row. */
sealed interface EventHandlerInvoker<R> {

    @Nullable
    R apply(@Nullable R row, EventEnvelope<? extends DomainEvent> envelope);

    void updateDerivedData(List<ProjectionRow<R>> touched);

    record ProjectionInvoker<E extends DomainEvent, R>(Projection<E, R> projection) implements EventHandlerInvoker<R> {
        @Override
        public @Nullable R apply(@Nullable R row, EventEnvelope<? extends DomainEvent> envelope) {
            return projection.apply(row, cast(projection, envelope));
        }

        @Override
        public void updateDerivedData(List<ProjectionRow<R>> touched) {
            projection.updateDerivedData(touched);
        }
    }

    record ReactionInvoker<E extends DomainEvent>(Reaction<E> reaction) implements EventHandlerInvoker<ReactionRow> {
        @Override
        public @Nullable ReactionRow apply(@Nullable ReactionRow row, EventEnvelope<? extends DomainEvent> envelope) {
            reaction.handle(cast(reaction, envelope));
            return row;
        }

        @Override
        public void updateDerivedData(List<ProjectionRow<ReactionRow>> touched) {}
    }

    /** The row of a reaction, which never exists: only its {@code lastSeq} is stored. */
    record ReactionRow(String unused) {}

    @SuppressWarnings("unchecked")
    private static <E extends DomainEvent> EventEnvelope<? extends E> cast(
            EventHandler<E> eventHandler, EventEnvelope<? extends DomainEvent> envelope) {
        if (!eventHandler.eventClass().isInstance(envelope.event())) {
            throw new ClassCastException(
                    envelope.id() + " is not a " + eventHandler.eventClass().getSimpleName());
        }
        return (EventEnvelope<? extends E>) envelope;
    }
}
