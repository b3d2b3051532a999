package org.yiqiao.faults.check;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * I6 for reactions: every reported matter opens one request. Every match is arranged or declined once, and no help
 * lacks a match.
 */
final class ExactlyOnceReactionInvariant implements Invariant {

    @Override
    public Stream<InvariantViolation> check(SystemSnapshot snapshot) {
        Map<String, Integer> matters = countByAggregate(snapshot, "MatterReported");
        Map<String, Integer> submitted = countByAggregate(snapshot, "RequestSubmitted");
        Map<String, Integer> matched = countByAggregate(snapshot, "HelpMatched");
        Map<String, Integer> arranged = countByAggregate(snapshot, "HelpArranged");
        countByAggregate(snapshot, "HelpDeclined")
                .forEach((request, count) -> arranged.merge(request, count, Integer::sum));
        return Stream.concat(
                matters.keySet().stream()
                        .filter(matter -> submitted.getOrDefault(matter, 0) != 1)
                        .map(matter -> new InvariantViolation(
                                "I6",
                                "matter " + matter + " opened " + submitted.getOrDefault(matter, 0) + " requests")),
                Stream.concat(matched.keySet().stream(), arranged.keySet().stream())
                        .distinct()
                        .filter(request -> !matched.getOrDefault(request, 0).equals(arranged.getOrDefault(request, 0)))
                        .map(request -> new InvariantViolation(
                                "I6",
                                "help for " + request + " was matched " + matched.getOrDefault(request, 0)
                                        + " times and arranged " + arranged.getOrDefault(request, 0) + " times")));
    }

    private static Map<String, Integer> countByAggregate(SystemSnapshot snapshot, String event) {
        Map<String, Integer> counts = new HashMap<>();
        snapshot.eventsByAggregate().forEach((aggregate, events) -> events.stream()
                .filter(record -> record.eventName().equals(event))
                .forEach(record -> counts.merge(aggregate.id(), 1, Integer::sum)));
        return counts;
    }
}
