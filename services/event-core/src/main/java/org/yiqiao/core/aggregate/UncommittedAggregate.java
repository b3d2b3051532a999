package org.yiqiao.core.aggregate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.contracts.EventType;
import org.yiqiao.core.decider.TimestampedEvent;
import org.yiqiao.core.privacy.EncryptionState;

/** Builds the next version of an aggregate by applying the events of a decision. */
final class UncommittedAggregate<S, E extends DomainEvent, F> {

    private final AggregateType<S, E, F> aggregateType;
    private final F facts;
    private final String id;
    private final CommandMetadata metadata;
    private final Instant now;
    private final List<PendingEvent> outbox;
    private final ProcessedCommands processedCommands;
    private final EncryptionState encryptionState;
    private @Nullable S state;
    private long version;

    UncommittedAggregate(
            AggregateType<S, E, F> aggregate,
            F facts,
            String id,
            @Nullable StoredAggregate<S> present,
            CommandMetadata metadata,
            Instant now) {
        this.aggregateType = aggregate;
        this.facts = facts;
        this.id = id;
        this.metadata = metadata;
        this.now = now;
        this.state = present == null ? null : present.state();
        this.version = present == null ? 0 : present.version();
        this.outbox = new ArrayList<>(present == null ? List.of() : present.outbox());
        this.encryptionState = present == null ? EncryptionState.NONE : present.encryptionState();
        this.processedCommands =
                withCommand(present == null ? ProcessedCommands.EMPTY : present.processedCommands(), metadata);
    }

    void apply(TimestampedEvent<E> event) {
        S next = aggregateType.evolve(state, event);
        Jurisdiction jurisdiction = aggregateType.jurisdiction(next);
        state = next;
        version++;
        outbox.add(new PendingEvent(
                version,
                EventType.of(event.event()).name(),
                event.time(),
                now,
                EventJsonMapper.MAPPER.writeValueAsString(event.event()),
                jurisdiction.township(),
                jurisdiction.community(),
                metadata.correlationId(),
                metadata.causationId(),
                metadata.traceParent()));
    }

    StoredAggregate<S> toStoredAggregate() {
        S folded = Objects.requireNonNull(state, "A create command must produce at least one event");
        return new StoredAggregate<>(
                id,
                version,
                folded,
                aggregateType.ownership(id, folded, facts),
                List.copyOf(outbox),
                processedCommands,
                encryptionState);
    }

    private static ProcessedCommands withCommand(ProcessedCommands processed, CommandMetadata metadata) {
        ProcessedCommands more =
                metadata.idempotencyKey() == null ? processed : processed.with(metadata.idempotencyKey());
        return metadata.sourceEvent() == null ? more : more.with(metadata.sourceEvent());
    }
}
