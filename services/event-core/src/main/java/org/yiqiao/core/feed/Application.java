package org.yiqiao.core.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.envelope.Envelope;

/** How a subscriber takes an event: a projection folds it into its row, a reaction acts and has no row. */
sealed interface Application<R> {

    @Nullable
    R apply(@Nullable R row, Envelope<? extends DomainEvent> envelope);

    void settle(List<Row<R>> touched);

    record Projecting<E extends DomainEvent, R>(Projection<E, R> projection) implements Application<R> {
        @Override
        public @Nullable R apply(@Nullable R row, Envelope<? extends DomainEvent> envelope) {
            return projection.apply(row, narrow(projection, envelope));
        }

        @Override
        public void settle(List<Row<R>> touched) {
            projection.settle(touched);
        }
    }

    record Reacting<E extends DomainEvent>(Reaction<E> reaction) implements Application<Reacted> {
        @Override
        public @Nullable Reacted apply(@Nullable Reacted row, Envelope<? extends DomainEvent> envelope) {
            reaction.on(narrow(reaction, envelope));
            return row;
        }

        @Override
        public void settle(List<Row<Reacted>> touched) {}
    }

    /** The row of a reaction, which is never there: only its {@code lastSeq} is kept. */
    record Reacted(String unused) {}

    @SuppressWarnings("unchecked")
    private static <E extends DomainEvent> Envelope<? extends E> narrow(
            Subscriber<E> subscriber, Envelope<? extends DomainEvent> envelope) {
        if (!subscriber.events().isInstance(envelope.event())) {
            throw new ClassCastException(
                    envelope.id() + " is no " + subscriber.events().getSimpleName());
        }
        return (Envelope<? extends E>) envelope;
    }
}
