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
 * The one way of every command to one kind of aggregate: read, decide, write state and events together, hand the
 * events to the relay. When another command came first, it reads and decides again. What whoever gives a command does not
 * reach is answered as if it did not exist; that is decided on the state that the command is decided on.
 */
public final class CommandHandler<S, E extends DomainEvent, F> {

    /** Events that may wait in one aggregate's outbox; past that its commands are refused instead of piling up. */
    public static final int MAX_OUTBOX_SIZE = 500;

    private static final int MAX_ATTEMPTS = 50;

    private static final Rejection OUTSIDE_SCOPE = Rejection.forbidden("access.outside-scope");

    private final AggregateType<S, E, F> aggregateType;
    private final AggregateStore store;
    private final OutboxRelay relay;
    private final Clock clock;

    public CommandHandler(AggregateType<S, E, F> aggregate, AggregateStore store, OutboxRelay relay, Clock clock) {
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

    public Optional<StoredAggregate<S>> find(String id, AccessScope reach) {
        return find(id).filter(found -> reach.covers(found.ownership()));
    }

    /** The first aggregates, by id, whose documents meet a condition such as one on {@code state.*}. */
    public List<StoredAggregate<S>> query(Bson condition, int limit) {
        return store.query(aggregateType, condition, limit);
    }

    /** The same of those that are reached. */
    public List<StoredAggregate<S>> query(AccessScope reach, Bson condition, int limit) {
        return store.query(aggregateType, reach, condition, limit);
    }

    /** Those of the ids that exist. */
    public Set<String> findExistingIds(Collection<String> ids) {
        return store.findExistingIds(aggregateType, ids);
    }

    /** Waits until the relay keeps up: for those who write much at once. */
    public void awaitCapacity() throws InterruptedException {
        relay.awaitCapacity();
    }

    /** Waits until an aggregate's events up to a version are in the log; false if that took too long. */
    public boolean awaitPublished(String id, long version, Duration patience) throws InterruptedException {
        return relay.awaitPublished(aggregateType, id, version, patience);
    }

    /**
     * Brings {@code id} into being; refused with {@code exists} if it is there, unless by this very command, and with
     * {@code access.outside-scope} if what would come into being is not reached.
     */
    public CommandResult<S> create(String id, CreateCommand<E, F> creation, CommandMetadata origin) {
        CommandDraft<S> draft =
                requireAccess(decide(null, id, aggregateType.facts(), creation::decide, origin), origin);
        if (draft instanceof CommandDraft.FinalResult<S>(var outcome, var _)) {
            return outcome;
        }
        StoredAggregate<S> created = ((CommandDraft.PendingWrite<S>) draft).aggregate();
        CrashPoint.BEFORE_WRITE.crashIfPlanned();
        if (store.insert(aggregateType, created)) {
            return enqueueForRelay(created);
        }
        return find(id, origin.accessScope())
                .flatMap(present -> findPreviousResult(present, origin))
                .orElseGet(() -> new CommandResult.Rejected<>(
                        Rejection.conflict(aggregateType.name() + ".exists").withDetail("id", id)));
    }

    /** Creates many aggregates with one write; those whose id exists already come back with no outcome. */
    public Map<String, CommandResult<S>> createAll(
            Map<String, ? extends CreateCommand<E, F>> creations, CommandMetadata origin) {
        Map<String, CommandResult<S>> outcomes = new LinkedHashMap<>();
        List<StoredAggregate<S>> created = new ArrayList<>();
        creations.forEach((id, creation) -> {
            switch (requireAccess(decide(null, id, aggregateType.facts(), creation::decide, origin), origin)) {
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
     * Changes {@code id}; refused with {@code unknown} if there is no such aggregate, or none that is reached, and with
     * {@code access.outside-scope} if what is taken, or comes to lie in another township, is not reached.
     */
    public CommandResult<S> update(String id, UpdateCommand<S, E, F> command, CommandMetadata origin) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<StoredAggregate<S>> found = find(id);
            F facts = aggregateType.facts();
            StoredAggregate<S> present = found.orElseGet(() -> initialAggregate(id, facts));
            Ownership taken = command.claims(id, facts);
            boolean isReached = present != null && origin.accessScope().covers(present.ownership());
            if (present == null || !(isReached || (taken != null && origin.expectedVersion() == null))) {
                return new CommandResult.Rejected<>(
                        Rejection.notFound(aggregateType.name() + ".unknown").withDetail("id", id));
            }
            if (taken != null
                    && !isReached
                    && present.version() > 0
                    && !origin.accessScope().covers(taken)) {
                return new CommandResult.Rejected<>(OUTSIDE_SCOPE);
            }
            Optional<CommandResult<S>> repeated = isReached ? findPreviousResult(present, origin) : Optional.empty();
            if (repeated.isPresent()) {
                return repeated.get();
            }
            if (origin.expectedVersion() != null && origin.expectedVersion() != present.version()) {
                return new CommandResult.Rejected<>(Rejection.stale(present.version()));
            }
            CommandDraft<S> draft =
                    decide(present, id, facts, context -> command.decide(present.state(), context), origin);
            switch (taken == null ? requireAccessIfMoved(draft, present, origin) : requireAccess(draft, origin)) {
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

    /** What was drafted, unless it would come to be where whoever asks for it does not reach. */
    private CommandDraft<S> requireAccess(CommandDraft<S> draft, CommandMetadata origin) {
        return switch (draft) {
            case CommandDraft.FinalResult<S>(CommandResult.Rejected<S> _, var _) -> draft;
            case CommandDraft.FinalResult<S>(CommandResult.Completed<S> _, var belonging)
            when origin.accessScope().covers(belonging) -> draft;
            case CommandDraft.PendingWrite<S>(var written, var _)
            when origin.accessScope().covers(written.ownership()) -> draft;
            default -> failedDraft(OUTSIDE_SCOPE);
        };
    }

    /** What was drafted, unless it would come to lie in another township where whoever asks for it does not reach. */
    private CommandDraft<S> requireAccessIfMoved(
            CommandDraft<S> draft, StoredAggregate<S> present, CommandMetadata origin) {
        return draft instanceof CommandDraft.PendingWrite<S>(var written, var _)
                        && present.version() > 0
                        && !Objects.equals(township(written), township(present))
                ? requireAccess(draft, origin)
                : draft;
    }

    private @Nullable String township(StoredAggregate<S> stored) {
        return aggregateType.jurisdiction(stored.state()).township();
    }

    private Optional<CommandResult<S>> findPreviousResult(StoredAggregate<S> present, CommandMetadata origin) {
        CommandResult<S> done = new CommandResult.Completed<>(present.id(), present.version(), present.state(), true);
        if (origin.sourceEvent() != null && present.processedCommands().hasProcessed(origin.sourceEvent())) {
            return Optional.of(done);
        }
        ProcessedCommands.IdempotencyKey key = origin.idempotencyKey();
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
            CommandMetadata origin) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (rule.apply(new DecisionContext<>(now, origin.actor(), facts))) {
            case Decision.Rejected<E>(var rejection) -> failedDraft(rejection);
            case Decision.Accepted<E>(var events)
            when events.isEmpty() && present != null ->
                new CommandDraft.FinalResult<>(
                        new CommandResult.Completed<>(id, present.version(), present.state(), false),
                        present.ownership());
            case Decision.Accepted<E>(var events) -> {
                UncommittedAggregate<S, E, F> drafted =
                        new UncommittedAggregate<>(aggregateType, facts, id, present, origin, now);
                events.forEach(drafted::apply);
                StoredAggregate<S> written = drafted.toStoredAggregate();
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
