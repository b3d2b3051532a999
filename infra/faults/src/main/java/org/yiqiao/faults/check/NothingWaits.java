package org.yiqiao.faults.check;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** I10 and I13: once healed, no event waits in an outbox or for its predecessor, and every subscriber has read all. */
final class NothingWaits implements Invariant {

    @Override
    public Stream<Violation> check(Evidence evidence) {
        return Stream.of(outboxes(evidence), parked(evidence), lags(evidence)).flatMap(found -> found);
    }

    private static Stream<Violation> outboxes(Evidence evidence) {
        return evidence.aggregates().entrySet().stream()
                .filter(entry -> entry.getValue().pending() > 0)
                .map(entry -> new Violation(
                        "I10", entry.getKey() + " has " + entry.getValue().pending() + " events in its outbox"));
    }

    private static Stream<Violation> parked(Evidence evidence) {
        return evidence.parked().stream()
                .filter(parked -> !evidence.planted().contains(parked.subject()))
                .map(parked -> new Violation("I10", "still parked: " + parked));
    }

    private static Stream<Violation> lags(Evidence evidence) {
        Map<String, Map<Integer, Long>> ends = new HashMap<>();
        evidence.log().forEach(recorded -> ends.computeIfAbsent(recorded.topic(), any -> new HashMap<>())
                .merge(recorded.partition(), recorded.offset() + 1, Math::max));
        return evidence.subscriptions().stream()
                .flatMap(subscription -> ends.getOrDefault(subscription.topic(), Map.of()).entrySet().stream()
                        .filter(end -> end.getValue()
                                > evidence.committed()
                                        .getOrDefault(subscription.group(), Map.of())
                                        .getOrDefault(end.getKey(), 0L))
                        .map(end -> new Violation(
                                "I10",
                                subscription.group() + " has not read partition " + end.getKey() + " to its end")));
    }
}
