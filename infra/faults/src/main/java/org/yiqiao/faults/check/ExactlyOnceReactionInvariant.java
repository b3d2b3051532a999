package org.yiqiao.faults.check;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** I6 for reactions: every reported matter opened one request, every match arranged help once, and nothing else did. */
final class ExactlyOnceReactionInvariant implements Invariant {

    @Override
    public Stream<Violation> check(SystemSnapshot evidence) {
        Map<String, Integer> matters = countByAggregate(evidence, "MatterReported");
        Map<String, Integer> submitted = countByAggregate(evidence, "RequestSubmitted");
        Map<String, Integer> matched = countByAggregate(evidence, "HelpMatched");
        Map<String, Integer> arranged = countByAggregate(evidence, "HelpArranged");
        return Stream.concat(
                matters.keySet().stream()
                        .filter(matter -> submitted.getOrDefault(matter, 0) != 1)
                        .map(matter -> new Violation(
                                "I6",
                                "matter " + matter + " opened " + submitted.getOrDefault(matter, 0) + " requests")),
                Stream.concat(matched.keySet().stream(), arranged.keySet().stream())
                        .distinct()
                        .filter(request -> !matched.getOrDefault(request, 0).equals(arranged.getOrDefault(request, 0)))
                        .map(request -> new Violation(
                                "I6",
                                "help for " + request + " was matched " + matched.getOrDefault(request, 0)
                                        + " times and arranged " + arranged.getOrDefault(request, 0) + " times")));
    }

    private static Map<String, Integer> countByAggregate(SystemSnapshot evidence, String event) {
        Map<String, Integer> count = new HashMap<>();
        evidence.eventsByAggregate().forEach((aggregate, events) -> events.stream()
                .filter(recorded -> recorded.eventName().equals(event))
                .forEach(recorded -> count.merge(aggregate.id(), 1, Integer::sum)));
        return count;
    }
}
