package org.yiqiao.faults.check;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * I10 and I13: after recovery, all outboxes are empty, no event is parked, and every event handler has read all
 * records.
 */
final class NoBacklogInvariant implements Invariant {

    @Override
    public Stream<InvariantViolation> check(SystemSnapshot snapshot) {
        return Stream.of(pendingOutboxes(snapshot), parkedEvents(snapshot), consumerLags(snapshot))
                .flatMap(found -> found);
    }

    private static Stream<InvariantViolation> pendingOutboxes(SystemSnapshot snapshot) {
        return snapshot.aggregates().entrySet().stream()
                .filter(entry -> entry.getValue().pendingEvents() > 0)
                .map(entry -> new InvariantViolation(
                        "I10", entry.getKey() + " has " + entry.getValue().pendingEvents() + " events in its outbox"));
    }

    private static Stream<InvariantViolation> parkedEvents(SystemSnapshot snapshot) {
        return snapshot.parkedEvents().stream()
                .filter(parked -> !snapshot.injectedSubjects().contains(parked.aggregateId()))
                .map(parked -> new InvariantViolation("I10", "still parked: " + parked));
    }

    private static Stream<InvariantViolation> consumerLags(SystemSnapshot snapshot) {
        Map<String, Map<Integer, Long>> ends = new HashMap<>();
        snapshot.log().forEach(record -> ends.computeIfAbsent(record.topic(), any -> new HashMap<>())
                .merge(record.partition(), record.offset() + 1, Math::max));
        return snapshot.subscriptions().stream()
                .flatMap(subscription -> ends.getOrDefault(subscription.topic(), Map.of()).entrySet().stream()
                        .filter(end -> end.getValue()
                                > snapshot.committedOffsets()
                                        .getOrDefault(subscription.group(), Map.of())
                                        .getOrDefault(end.getKey(), 0L))
                        .map(end -> new InvariantViolation(
                                "I10",
                                subscription.group() + " has not read partition " + end.getKey() + " to its end")));
    }
}
