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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.crash.CrashPoint;
import org.yiqiao.core.decider.Command;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Creation;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.outbox.Relay;

/**
 * The one way of every command to one kind of aggregate: read, decide, write state and events together, hand the
 * events to the relay. When another command came first, it reads and decides again.
 */
public final class CommandHandler<S, E extends DomainEvent, F> {

    /** Events that may wait in one aggregate's outbox; past that its commands are refused instead of piling up. */
    public static final int OUTBOX_CAP = 500;

    private static final int ATTEMPTS = 50;

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

    /** The first aggregates, by id, whose documents meet a condition such as one on {@code state.*}. */
    public List<StoredAggregate<S>> query(Bson condition, int limit) {
        return store.query(aggregate, condition, limit);
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

    /** Brings {@code id} into being; refused with {@code exists} if it is there, unless by this very command. */
    public Outcome<S> create(String id, Creation<E, F> creation, Origin origin) {
        Draft<S> draft = draft(null, id, creation::decide, origin);
        if (draft instanceof Draft.Settled<S>(var outcome)) {
            return outcome;
        }
        StoredAggregate<S> created = ((Draft.Written<S>) draft).aggregate();
        CrashPoint.BEFORE_WRITE.pass();
        if (store.insert(aggregate, created)) {
            return handOver(created);
        }
        return find(id).flatMap(present -> repeated(present, origin))
                .orElseGet(() -> new Outcome.Refused<>(
                        Rejection.conflict(aggregate.name() + ".exists").with("id", id)));
    }

    /** Creates many aggregates with one write; those whose id exists already come back with no outcome. */
    public Map<String, Outcome<S>> createAll(Map<String, ? extends Creation<E, F>> creations, Origin origin) {
        Map<String, Outcome<S>> outcomes = new LinkedHashMap<>();
        List<StoredAggregate<S>> created = new ArrayList<>();
        creations.forEach((id, creation) -> {
            switch (draft(null, id, creation::decide, origin)) {
                case Draft.Settled<S>(var outcome) -> outcomes.put(id, outcome);
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

    /** Changes {@code id}; refused with {@code unknown} if there is no such aggregate. */
    public Outcome<S> change(String id, Command<S, E, F> command, Origin origin) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            StoredAggregate<S> present = find(id).orElseGet(() -> untouched(id));
            if (present == null) {
                return new Outcome.Refused<>(
                        Rejection.notFound(aggregate.name() + ".unknown").with("id", id));
            }
            Optional<Outcome<S>> repeated = repeated(present, origin);
            if (repeated.isPresent()) {
                return repeated.get();
            }
            if (origin.expected() != null && origin.expected() != present.version()) {
                return new Outcome.Refused<>(Rejection.stale(present.version()));
            }
            switch (draft(present, id, context -> command.decide(present.state(), context), origin)) {
                case Draft.Settled<S>(var outcome) -> {
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

    private @Nullable StoredAggregate<S> untouched(String id) {
        S initial = aggregate.initial(id);
        return initial == null ? null : new StoredAggregate<>(id, 0, initial, List.of(), Memory.EMPTY);
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
            @Nullable StoredAggregate<S> present, String id, Function<Context<F>, Decision<E>> rule, Origin origin) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (rule.apply(new Context<>(now, origin.actor(), aggregate.facts()))) {
            case Decision.Rejected<E>(var rejection) -> new Draft.Settled<>(new Outcome.Refused<>(rejection));
            case Decision.Accepted<E>(var events)
            when events.isEmpty() && present != null ->
                new Draft.Settled<>(new Outcome.Done<>(id, present.version(), present.state(), false));
            case Decision.Accepted<E>(var events) -> {
                DraftedAggregate<S, E> drafted = new DraftedAggregate<>(aggregate, id, present, origin, now);
                events.forEach(drafted::happened);
                StoredAggregate<S> written = drafted.written();
                yield written.outbox().size() > OUTBOX_CAP
                        ? new Draft.Settled<>(new Outcome.Refused<>(Rejection.overloaded("outbox.full")))
                        : new Draft.Written<>(written, events.size());
            }
        };
    }

    private Outcome<S> handOver(StoredAggregate<S> written) {
        CrashPoint.AFTER_WRITE_BEFORE_HAND_OFF.pass();
        relay.handOver(aggregate, written.id(), written.outbox());
        return new Outcome.Done<>(written.id(), written.version(), written.state(), false);
    }

    private sealed interface Draft<S> {

        record Settled<S>(Outcome<S> outcome) implements Draft<S> {}

        record Written<S>(StoredAggregate<S> aggregate, int added) implements Draft<S> {}
    }
}
