package org.yiqiao.faults.check;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** I1 and I2: the log holds exactly the versions that were committed, no event more and, once healed, none less. */
final class LogMatchesAggregatesInvariant implements Invariant {

    @Override
    public Stream<Violation> check(SystemSnapshot evidence) {
        var events = evidence.eventsByAggregate();
        Set<EventKey.AggregateKey> all = new TreeSet<>(Comparator.comparing(EventKey.AggregateKey::toString));
        all.addAll(events.keySet());
        all.addAll(evidence.aggregates().keySet());
        return all.stream().flatMap(aggregate -> {
            PersistedAggregate kept = evidence.aggregates().get(aggregate);
            long committed = kept == null ? 0 : kept.version() - kept.pendingEvents();
            long logged = events.getOrDefault(aggregate, List.of()).size();
            if (logged < committed) {
                return Stream.of(new Violation(
                        "I1", aggregate + " has version " + committed + ", the log only " + logged + " events"));
            }
            return kept == null || logged > kept.version()
                    ? Stream.of(new Violation(
                            "I2", aggregate + " has " + logged + " events, but only version " + committed))
                    : Stream.empty();
        });
    }
}
