package org.yiqiao.faults.check;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** I10 and I13: once healed, no event waits in an outbox or for its predecessor, and every subscriber has read all. */
final class NoBacklogInvariant implements Invariant {

    @Override
    public Stream<Violation> check(SystemSnapshot evidence) {
        return Stream.of(pendingOutboxes(evidence), parkedEvents(evidence), consumerLags(evidence))
                .flatMap(found -> found);
    }

    private static Stream<Violation> pendingOutboxes(SystemSnapshot evidence) {
        return evidence.aggregates().entrySet().stream()
                .filter(entry -> entry.getValue().pendingEvents() > 0)
                .map(entry -> new Violation(
                        "I10", entry.getKey() + " has " + entry.getValue().pendingEvents() + " events in its outbox"));
    }

    private static Stream<Violation> parkedEvents(SystemSnapshot evidence) {
        return evidence.parkedEvents().stream()
                .filter(parked -> !evidence.injectedSubjects().contains(parked.aggregateId()))
                .map(parked -> new Violation("I10", "still parked: " + parked));
    }

    private static Stream<Violation> consumerLags(SystemSnapshot evidence) {
        Map<String, Map<Integer, Long>> ends = new HashMap<>();
        evidence.log().forEach(recorded -> ends.computeIfAbsent(recorded.topic(), any -> new HashMap<>())
                .merge(recorded.partition(), recorded.offset() + 1, Math::max));
        return evidence.subscriptions().stream()
                .flatMap(subscription -> ends.getOrDefault(subscription.topic(), Map.of()).entrySet().stream()
                        .filter(end -> end.getValue()
                                > evidence.committedOffsets()
                                        .getOrDefault(subscription.group(), Map.of())
                                        .getOrDefault(end.getKey(), 0L))
                        .map(end -> new Violation(
                                "I10",
                                subscription.group() + " has not read partition " + end.getKey() + " to its end")));
    }
}
