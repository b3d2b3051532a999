package org.yiqiao.faults.check;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * I1 and I2: the topics contain exactly the committed versions: no additional event and, after recovery, no missing
 * one.
 */
final class LogMatchesAggregatesInvariant implements Invariant {

    @Override
    public Stream<InvariantViolation> check(SystemSnapshot snapshot) {
        var events = snapshot.eventsByAggregate();
        Set<EventIdentity.AggregateKey> all = new TreeSet<>(Comparator.comparing(EventIdentity.AggregateKey::toString));
        all.addAll(events.keySet());
        all.addAll(snapshot.aggregates().keySet());
        return all.stream().flatMap(aggregate -> {
            PersistedAggregate stored = snapshot.aggregates().get(aggregate);
            long committed = stored == null ? 0 : stored.version() - stored.pendingEvents();
            long logged = events.getOrDefault(aggregate, List.of()).size();
            if (logged < committed) {
                return Stream.of(new InvariantViolation(
                        "I1", aggregate + " has version " + committed + ", but its topic only " + logged + " events"));
            }
            return stored == null || logged > stored.version()
                    ? Stream.of(new InvariantViolation(
                            "I2", aggregate + " has " + logged + " events in its topic, but only version " + committed))
                    : Stream.empty();
        });
    }
}
