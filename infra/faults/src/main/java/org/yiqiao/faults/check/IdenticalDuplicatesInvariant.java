package org.yiqiao.faults.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** I4: whatever the log holds twice, it holds byte for byte. */
final class IdenticalDuplicatesInvariant implements Invariant {

    @Override
    public Stream<Violation> check(SystemSnapshot evidence) {
        Map<EventKey, TopicRecord> first = new HashMap<>();
        return evidence.log().stream()
                .filter(recorded -> recorded.eventKey() != null
                        && !evidence.injectedSubjects()
                                .contains(recorded.eventKey().aggregateId()))
                .filter(recorded -> {
                    TopicRecord earlier = first.putIfAbsent(Objects.requireNonNull(recorded.eventKey()), recorded);
                    return earlier != null && !earlier.isIdenticalTo(recorded);
                })
                .map(recorded -> new Violation("I4", "another event of the same number: " + recorded.eventKey()))
                .toList()
                .stream();
    }
}
