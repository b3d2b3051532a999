package org.yiqiao.faults.check;

import java.util.Objects;
import java.util.stream.Stream;

/** I3: in the log, the first occurrences of an aggregate's events are 1, 2, 3… without gap or inversion. */
final class EventOrderInvariant implements Invariant {

    @Override
    public Stream<Violation> check(SystemSnapshot evidence) {
        return evidence.eventsByAggregate().entrySet().stream().flatMap(entry -> {
            long expected = 1;
            for (TopicRecord recorded : entry.getValue()) {
                long seq = Objects.requireNonNull(recorded.eventKey()).seq();
                if (seq != expected) {
                    return Stream.of(new Violation(
                            "I3",
                            entry.getKey() + ": " + seq + " stands where " + expected + " should, at "
                                    + recorded.position()));
                }
                expected++;
            }
            return Stream.empty();
        });
    }
}
