package org.yiqiao.core.aggregate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.contracts.EventType;
import org.yiqiao.core.decider.Occurrence;
import org.yiqiao.core.privacy.Seal;

/** The next version of an aggregate while a decision's events are folded into it. */
final class DraftedAggregate<S, E extends DomainEvent, F> {

    private final Aggregate<S, E, F> aggregate;
    private final F facts;
    private final String id;
    private final Origin origin;
    private final Instant now;
    private final List<PendingEvent> outbox;
    private final Memory memory;
    private final Seal seal;
    private @Nullable S state;
    private long version;

    DraftedAggregate(
            Aggregate<S, E, F> aggregate,
            F facts,
            String id,
            @Nullable StoredAggregate<S> present,
            Origin origin,
            Instant now) {
        this.aggregate = aggregate;
        this.facts = facts;
        this.id = id;
        this.origin = origin;
        this.now = now;
        this.state = present == null ? null : present.state();
        this.version = present == null ? 0 : present.version();
        this.outbox = new ArrayList<>(present == null ? List.of() : present.outbox());
        this.seal = present == null ? Seal.NONE : present.seal();
        this.memory = remembering(present == null ? Memory.EMPTY : present.memory(), origin);
    }

    void happened(Occurrence<E> occurrence) {
        S next = aggregate.evolve(state, occurrence);
        Scope scope = aggregate.scope(next);
        state = next;
        version++;
        outbox.add(new PendingEvent(
                version,
                EventType.of(occurrence.event()).name(),
                occurrence.at(),
                now,
                EventJson.MAPPER.writeValueAsString(occurrence.event()),
                scope.township(),
                scope.community(),
                origin.correlation(),
                origin.causation(),
                origin.trace()));
    }

    StoredAggregate<S> written() {
        S folded = Objects.requireNonNull(state, "a creation needs at least one event");
        return new StoredAggregate<>(
                id, version, folded, aggregate.belonging(id, folded, facts), List.copyOf(outbox), memory, seal);
    }

    private static Memory remembering(Memory memory, Origin origin) {
        Memory more = origin.key() == null ? memory : memory.and(origin.key());
        return origin.source() == null ? more : more.and(origin.source());
    }
}
