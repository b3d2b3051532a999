package org.yiqiao.core.aggregate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.crash.CrashPoint;
import org.yiqiao.core.decider.CreateCommand;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.decider.UpdateCommand;
import org.yiqiao.core.outbox.OutboxRelay;
import org.yiqiao.core.privacy.EncryptionState;

/**
 * Executes the commands of one aggregate type: reads the aggregate, decides, writes state and events together, and
 * hands the events to the relay. If another command was written first, it reads and decides again.
 *
 * <p>An aggregate outside the caller's access scope is treated as nonexistent. Access is checked on the same state that
 * the command is decided on.
 */
public final class AggregateCommandHandler<S, E extends DomainEvent, F> {

    /**
     * Maximum number of events in the outbox of one aggregate. A command that would exceed it is rejected, so that
     * events do not pile up.
     */
    public static final int MAX_OUTBOX_SIZE = 500;

    private static final int MAX_ATTEMPTS = 50;

    private static final Rejection OUTSIDE_SCOPE = Rejection.forbidden("access.outside-scope");

    private final AggregateType<S, E, F> aggregateType;
    private final AggregateStore store;
    private final OutboxRelay relay;
    private final Clock clock;

    public AggregateCommandHandler(
            AggregateType<S, E, F> aggregate, AggregateStore store, OutboxRelay relay, Clock clock) {
        this.aggregateType = aggregate;
        this.store = store;
        this.relay = relay;
        this.clock = clock;
        store.createIndexes(aggregate);
    }

    public AggregateType<S, E, F> aggregateType() {
        return aggregateType;
    }

    public Optional<StoredAggregate<S>> find(String id) {
        return store.find(aggregateType, id);
    }

    public Optional<StoredAggregate<S>> find(String id, AccessScope accessScope) {
        return find(id).filter(found -> accessScope.covers(found.ownership()));
    }

    /** Returns the first aggregates, by id, with documents that match a condition, such as one on {@code state.*}. */
    public List<StoredAggregate<S>> query(Bson condition, int limit) {
        return store.query(aggregateType, condition, limit);
    }

    /** Returns the first aggregates, by id, that match a condition and are in the access scope. */
    public List<StoredAggregate<S>> query(AccessScope accessScope, Bson condition, int limit) {
        return store.query(aggregateType, accessScope, condition, limit);
    }

    /** Returns the given ids that exist. */
    public Set<String> findExistingIds(Collection<String> ids) {
        return store.findExistingIds(aggregateType, ids);
    }

    /** Waits until the relay keeps up; for callers that write many events at once. */
    public void awaitCapacity() throws InterruptedException {
        relay.awaitCapacity();
    }

    /** Waits until the events of an aggregate up to a version are in the topic; returns false on timeout. */
    public boolean awaitPublished(String id, long version, Duration timeout) throws InterruptedException {
        return relay.awaitPublished(aggregateType, id, version, timeout);
    }

    /**
     * Creates the aggregate {@code id}. The command is rejected with {@code exists} if the id exists, unless the same
     * command created it. It is rejected with {@code access.outside-scope} if the new aggregate is outside the access
     * scope.
     */
    public CommandResult<S> create(String id, CreateCommand<E, F> creation, CommandMetadata metadata) {
        CommandDraft<S> draft =
                requireAccess(decide(null, id, aggregateType.facts(), creation::decide, metadata), metadata);
        if (draft instanceof CommandDraft.FinalResult<S>(var outcome, var _)) {
            return outcome;
        }
        StoredAggregate<S> created = ((CommandDraft.PendingWrite<S>) draft).aggregate();
        CrashPoint.BEFORE_WRITE.crashIfPlanned();
        if (store.insert(aggregateType, created)) {
            return enqueueForRelay(created);
        }
        return find(id, metadata.accessScope())
                .flatMap(present -> findPreviousResult(present, metadata))
                .orElseGet(() -> new CommandResult.Rejected<>(
                        Rejection.conflict(aggregateType.name() + ".exists").withDetail("id", id)));
    }

    /** Creates many aggregates with one write. The returned map has no entry for an id that already exists. */
    public Map<String, CommandResult<S>> createAll(
            Map<String, ? extends CreateCommand<E, F>> creations, CommandMetadata metadata) {
        Map<String, CommandResult<S>> outcomes = new LinkedHashMap<>();
        List<StoredAggregate<S>> created = new ArrayList<>();
        creations.forEach((id, creation) -> {
            switch (requireAccess(decide(null, id, aggregateType.facts(), creation::decide, metadata), metadata)) {
                case CommandDraft.FinalResult<S>(var outcome, var _) -> outcomes.put(id, outcome);
                case CommandDraft.PendingWrite<S>(var written, int ignored) -> created.add(written);
            }
        });
        if (!created.isEmpty()) {
            CrashPoint.BEFORE_WRITE.crashIfPlanned();
            Set<String> present = store.insertAll(aggregateType, created);
            created.stream()
                    .filter(written -> !present.contains(written.id()))
                    .forEach(written -> outcomes.put(written.id(), enqueueForRelay(written)));
        }
        return outcomes;
    }

    /**
     * Changes the aggregate {@code id}. The command is rejected with {@code unknown} if there is no such aggregate in
     * the access scope. It is rejected with {@code access.outside-scope} if it claims ownership outside the access
     * scope, or moves the aggregate to another township outside it.
     */
    public CommandResult<S> update(String id, UpdateCommand<S, E, F> command, CommandMetadata metadata) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<StoredAggregate<S>> found = find(id);
            F facts = aggregateType.facts();
            StoredAggregate<S> present = found.orElseGet(() -> initialAggregate(id, facts));
            Ownership claimed = command.claims(id, facts);
            boolean isAccessible = present != null && metadata.accessScope().covers(present.ownership());
            if (present == null || !(isAccessible || (claimed != null && metadata.expectedVersion() == null))) {
                return new CommandResult.Rejected<>(
                        Rejection.notFound(aggregateType.name() + ".unknown").withDetail("id", id));
            }
            if (claimed != null
                    && !isAccessible
                    && present.version() > 0
                    && !metadata.accessScope().covers(claimed)) {
                return new CommandResult.Rejected<>(OUTSIDE_SCOPE);
            }
            Optional<CommandResult<S>> repeated =
                    isAccessible ? findPreviousResult(present, metadata) : Optional.empty();
            if (repeated.isPresent()) {
                return repeated.get();
            }
            if (metadata.expectedVersion() != null && metadata.expectedVersion() != present.version()) {
                return new CommandResult.Rejected<>(Rejection.stale(present.version()));
            }
            CommandDraft<S> draft =
                    decide(present, id, facts, context -> command.decide(present.state(), context), metadata);
            switch (claimed == null ? requireAccessIfMoved(draft, present, metadata) : requireAccess(draft, metadata)) {
                case CommandDraft.FinalResult<S>(var outcome, var _) -> {
                    return outcome;
                }
                case CommandDraft.PendingWrite<S>(var changed, int added) -> {
                    CrashPoint.BEFORE_WRITE.crashIfPlanned();
                    if (present.version() == 0
                            ? store.insert(aggregateType, changed)
                            : store.update(aggregateType, changed, added)) {
                        return enqueueForRelay(changed);
                    }
                }
            }
        }
        return new CommandResult.Rejected<>(Rejection.overloaded("aggregate.contended"));
    }

    private @Nullable StoredAggregate<S> initialAggregate(String id, F facts) {
        S initial = aggregateType.initialState(id);
        return initial == null
                ? null
                : new StoredAggregate<>(
                        id,
                        0,
                        initial,
                        aggregateType.ownership(id, initial, facts),
                        List.of(),
                        ProcessedCommands.EMPTY,
                        EncryptionState.NONE);
    }

    /** Returns the draft, or a rejection if the resulting aggregate is outside the access scope. */
    private CommandDraft<S> requireAccess(CommandDraft<S> draft, CommandMetadata metadata) {
        return switch (draft) {
            case CommandDraft.FinalResult<S>(CommandResult.Rejected<S> _, var _) -> draft;
            case CommandDraft.FinalResult<S>(CommandResult.Completed<S> _, var ownership)
            when metadata.accessScope().covers(ownership) -> draft;
            case CommandDraft.PendingWrite<S>(var written, var _)
            when metadata.accessScope().covers(written.ownership()) -> draft;
            default -> failedDraft(OUTSIDE_SCOPE);
        };
    }

    /** Returns the draft, or a rejection if it moves the aggregate to another township outside the access scope. */
    private CommandDraft<S> requireAccessIfMoved(
            CommandDraft<S> draft, StoredAggregate<S> present, CommandMetadata metadata) {
        return draft instanceof CommandDraft.PendingWrite<S>(var written, var _)
                        && present.version() > 0
                        && !Objects.equals(township(written), township(present))
                ? requireAccess(draft, metadata)
                : draft;
    }

    private @Nullable String township(StoredAggregate<S> stored) {
        return aggregateType.jurisdiction(stored.state()).township();
    }

    private Optional<CommandResult<S>> findPreviousResult(StoredAggregate<S> present, CommandMetadata metadata) {
        CommandResult<S> done = new CommandResult.Completed<>(present.id(), present.version(), present.state(), true);
        if (metadata.sourceEvent() != null && present.processedCommands().hasProcessed(metadata.sourceEvent())) {
            return Optional.of(done);
        }
        ProcessedCommands.IdempotencyKey key = metadata.idempotencyKey();
        if (key == null) {
            return Optional.empty();
        }
        return present.processedCommands()
                .findKey(key.key())
                .map(known -> known.fingerprint().equals(key.fingerprint())
                        ? done
                        : new CommandResult.Rejected<>(Rejection.invalid("idempotency-key.reused")));
    }

    private CommandDraft<S> decide(
            @Nullable StoredAggregate<S> present,
            String id,
            F facts,
            Function<DecisionContext<F>, Decision<E>> rule,
            CommandMetadata metadata) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (rule.apply(new DecisionContext<>(now, metadata.actor(), facts))) {
            case Decision.Rejected<E>(var rejection) -> failedDraft(rejection);
            case Decision.Accepted<E>(var events)
            when events.isEmpty() && present != null ->
                new CommandDraft.FinalResult<>(
                        new CommandResult.Completed<>(id, present.version(), present.state(), false),
                        present.ownership());
            case Decision.Accepted<E>(var events) -> {
                UncommittedAggregate<S, E, F> uncommitted =
                        new UncommittedAggregate<>(aggregateType, facts, id, present, metadata, now);
                events.forEach(uncommitted::apply);
                StoredAggregate<S> written = uncommitted.toStoredAggregate();
                yield written.outbox().size() > MAX_OUTBOX_SIZE
                        ? failedDraft(Rejection.overloaded("outbox.full"))
                        : new CommandDraft.PendingWrite<>(written, events.size());
            }
        };
    }

    private static <S> CommandDraft<S> failedDraft(Rejection rejection) {
        return new CommandDraft.FinalResult<>(new CommandResult.Rejected<>(rejection), Ownership.NONE);
    }

    private CommandResult<S> enqueueForRelay(StoredAggregate<S> written) {
        CrashPoint.AFTER_WRITE_BEFORE_HAND_OFF.crashIfPlanned();
        relay.enqueue(aggregateType, written.id(), written.outbox());
        return new CommandResult.Completed<>(written.id(), written.version(), written.state(), false);
    }

    private sealed interface CommandDraft<S> {

        record FinalResult<S>(CommandResult<S> result, Ownership ownership) implements CommandDraft<S> {}

        record PendingWrite<S>(StoredAggregate<S> aggregate, int added) implements CommandDraft<S> {}
    }
}
