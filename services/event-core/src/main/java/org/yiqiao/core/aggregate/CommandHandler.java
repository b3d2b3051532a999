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
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.access.Reach;
import org.yiqiao.core.crash.CrashPoint;
import org.yiqiao.core.decider.Command;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Creation;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.outbox.Relay;
import org.yiqiao.core.privacy.Seal;

/**
 * The one way of every command to one kind of aggregate: read, decide, write state and events together, hand the
 * events to the relay. When another command came first, it reads and decides again. What whoever gives a command does not
 * reach is answered as if it did not exist; that is decided on the state that the command is decided on.
 */
public final class CommandHandler<S, E extends DomainEvent, F> {

    /** Events that may wait in one aggregate's outbox; past that its commands are refused instead of piling up. */
    public static final int OUTBOX_CAP = 500;

    private static final int ATTEMPTS = 50;

    private static final Rejection OUTSIDE = Rejection.forbidden("access.outside-scope");

    private final Aggregate<S, E, F> aggregate;
    private final AggregateStore store;
    private final Relay relay;
    private final Clock clock;

    public CommandHandler(Aggregate<S, E, F> aggregate, AggregateStore store, Relay relay, Clock clock) {
        this.aggregate = aggregate;
        this.store = store;
        this.relay = relay;
        this.clock = clock;
        store.prepare(aggregate);
    }

    public Aggregate<S, E, F> aggregate() {
        return aggregate;
    }

    public Optional<StoredAggregate<S>> find(String id) {
        return store.find(aggregate, id);
    }

    public Optional<StoredAggregate<S>> find(String id, Reach reach) {
        return find(id).filter(found -> reach.covers(found.belonging()));
    }

    /** The first aggregates, by id, whose documents meet a condition such as one on {@code state.*}. */
    public List<StoredAggregate<S>> query(Bson condition, int limit) {
        return store.query(aggregate, condition, limit);
    }

    /** The same of those that are reached. */
    public List<StoredAggregate<S>> query(Reach reach, Bson condition, int limit) {
        return store.query(aggregate, reach, condition, limit);
    }

    /** Those of the ids that exist. */
    public Set<String> existing(Collection<String> ids) {
        return store.existing(aggregate, ids);
    }

    /** Waits until the relay keeps up: for those who write much at once. */
    public void awaitRoom() throws InterruptedException {
        relay.awaitRoom();
    }

    /** Waits until an aggregate's events up to a version are in the log; false if that took too long. */
    public boolean awaitPublished(String id, long version, Duration patience) throws InterruptedException {
        return relay.awaitPublished(aggregate, id, version, patience);
    }

    /**
     * Brings {@code id} into being; refused with {@code exists} if it is there, unless by this very command, and with
     * {@code access.outside-scope} if what would come into being is not reached.
     */
    public Outcome<S> create(String id, Creation<E, F> creation, Origin origin) {
        Draft<S> draft = reached(draft(null, id, aggregate.facts(), creation::decide, origin), origin);
        if (draft instanceof Draft.Settled<S>(var outcome, var _)) {
            return outcome;
        }
        StoredAggregate<S> created = ((Draft.Written<S>) draft).aggregate();
        CrashPoint.BEFORE_WRITE.pass();
        if (store.insert(aggregate, created)) {
            return handOver(created);
        }
        return find(id, origin.reach())
                .flatMap(present -> repeated(present, origin))
                .orElseGet(() -> new Outcome.Refused<>(
                        Rejection.conflict(aggregate.name() + ".exists").with("id", id)));
    }

    /** Creates many aggregates with one write; those whose id exists already come back with no outcome. */
    public Map<String, Outcome<S>> createAll(Map<String, ? extends Creation<E, F>> creations, Origin origin) {
        Map<String, Outcome<S>> outcomes = new LinkedHashMap<>();
        List<StoredAggregate<S>> created = new ArrayList<>();
        creations.forEach((id, creation) -> {
            switch (reached(draft(null, id, aggregate.facts(), creation::decide, origin), origin)) {
                case Draft.Settled<S>(var outcome, var _) -> outcomes.put(id, outcome);
                case Draft.Written<S>(var written, int ignored) -> created.add(written);
            }
        });
        if (!created.isEmpty()) {
            CrashPoint.BEFORE_WRITE.pass();
            Set<String> present = store.insertAll(aggregate, created);
            created.stream()
                    .filter(written -> !present.contains(written.id()))
                    .forEach(written -> outcomes.put(written.id(), handOver(written)));
        }
        return outcomes;
    }

    /**
     * Changes {@code id}; refused with {@code unknown} if there is no such aggregate, or none that is reached, and with
     * {@code access.outside-scope} if what is taken, or comes to lie in another township, is not reached.
     */
    public Outcome<S> change(String id, Command<S, E, F> command, Origin origin) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<StoredAggregate<S>> found = find(id);
            F facts = aggregate.facts();
            StoredAggregate<S> present = found.orElseGet(() -> untouched(id, facts));
            Belonging taken = command.takes(id, facts);
            boolean isReached = present != null && origin.reach().covers(present.belonging());
            if (present == null || !(isReached || (taken != null && origin.expected() == null))) {
                return new Outcome.Refused<>(
                        Rejection.notFound(aggregate.name() + ".unknown").with("id", id));
            }
            if (taken != null
                    && !isReached
                    && present.version() > 0
                    && !origin.reach().covers(taken)) {
                return new Outcome.Refused<>(OUTSIDE);
            }
            Optional<Outcome<S>> repeated = isReached ? repeated(present, origin) : Optional.empty();
            if (repeated.isPresent()) {
                return repeated.get();
            }
            if (origin.expected() != null && origin.expected() != present.version()) {
                return new Outcome.Refused<>(Rejection.stale(present.version()));
            }
            Draft<S> draft = draft(present, id, facts, context -> command.decide(present.state(), context), origin);
            switch (taken == null ? unmoved(draft, present, origin) : reached(draft, origin)) {
                case Draft.Settled<S>(var outcome, var _) -> {
                    return outcome;
                }
                case Draft.Written<S>(var changed, int added) -> {
                    CrashPoint.BEFORE_WRITE.pass();
                    if (present.version() == 0
                            ? store.insert(aggregate, changed)
                            : store.update(aggregate, changed, added)) {
                        return handOver(changed);
                    }
                }
            }
        }
        return new Outcome.Refused<>(Rejection.overloaded("aggregate.contended"));
    }

    private @Nullable StoredAggregate<S> untouched(String id, F facts) {
        S initial = aggregate.initial(id);
        return initial == null
                ? null
                : new StoredAggregate<>(
                        id, 0, initial, aggregate.belonging(id, initial, facts), List.of(), Memory.EMPTY, Seal.NONE);
    }

    /** What was drafted, unless it would come to be where whoever asks for it does not reach. */
    private Draft<S> reached(Draft<S> draft, Origin origin) {
        return switch (draft) {
            case Draft.Settled<S>(Outcome.Refused<S> _, var _) -> draft;
            case Draft.Settled<S>(Outcome.Done<S> _, var belonging)
            when origin.reach().covers(belonging) -> draft;
            case Draft.Written<S>(var written, var _) when origin.reach().covers(written.belonging()) -> draft;
            default -> refusal(OUTSIDE);
        };
    }

    /** What was drafted, unless it would come to lie in another township where whoever asks for it does not reach. */
    private Draft<S> unmoved(Draft<S> draft, StoredAggregate<S> present, Origin origin) {
        return draft instanceof Draft.Written<S>(var written, var _)
                        && present.version() > 0
                        && !Objects.equals(township(written), township(present))
                ? reached(draft, origin)
                : draft;
    }

    private @Nullable String township(StoredAggregate<S> stored) {
        return aggregate.scope(stored.state()).township();
    }

    private Optional<Outcome<S>> repeated(StoredAggregate<S> present, Origin origin) {
        Outcome<S> done = new Outcome.Done<>(present.id(), present.version(), present.state(), true);
        if (origin.source() != null && present.memory().hasHandled(origin.source())) {
            return Optional.of(done);
        }
        Memory.Key key = origin.key();
        if (key == null) {
            return Optional.empty();
        }
        return present.memory()
                .key(key.key())
                .map(known -> known.fingerprint().equals(key.fingerprint())
                        ? done
                        : new Outcome.Refused<>(Rejection.invalid("idempotency-key.reused")));
    }

    private Draft<S> draft(
            @Nullable StoredAggregate<S> present,
            String id,
            F facts,
            Function<Context<F>, Decision<E>> rule,
            Origin origin) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (rule.apply(new Context<>(now, origin.actor(), facts))) {
            case Decision.Rejected<E>(var rejection) -> refusal(rejection);
            case Decision.Accepted<E>(var events)
            when events.isEmpty() && present != null ->
                new Draft.Settled<>(
                        new Outcome.Done<>(id, present.version(), present.state(), false), present.belonging());
            case Decision.Accepted<E>(var events) -> {
                DraftedAggregate<S, E, F> drafted = new DraftedAggregate<>(aggregate, facts, id, present, origin, now);
                events.forEach(drafted::happened);
                StoredAggregate<S> written = drafted.written();
                yield written.outbox().size() > OUTBOX_CAP
                        ? refusal(Rejection.overloaded("outbox.full"))
                        : new Draft.Written<>(written, events.size());
            }
        };
    }

    private static <S> Draft<S> refusal(Rejection rejection) {
        return new Draft.Settled<>(new Outcome.Refused<>(rejection), Belonging.TO_NOBODY);
    }

    private Outcome<S> handOver(StoredAggregate<S> written) {
        CrashPoint.AFTER_WRITE_BEFORE_HAND_OFF.pass();
        relay.handOver(aggregate, written.id(), written.outbox());
        return new Outcome.Done<>(written.id(), written.version(), written.state(), false);
    }

    private sealed interface Draft<S> {

        record Settled<S>(Outcome<S> outcome, Belonging belonging) implements Draft<S> {}

        record Written<S>(StoredAggregate<S> aggregate, int added) implements Draft<S> {}
    }
}
