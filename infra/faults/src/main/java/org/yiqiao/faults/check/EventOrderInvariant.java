package org.yiqiao.faults.check;

import java.util.Objects;
import java.util.stream.Stream;

/** I3: in the topic, the first occurrences of an aggregate's events are 1, 2, 3… without gaps, in order. */
final class EventOrderInvariant implements Invariant {

    @Override
    public Stream<InvariantViolation> check(SystemSnapshot snapshot) {
        return snapshot.eventsByAggregate().entrySet().stream().flatMap(entry -> {
            long expected = 1;
            for (TopicRecord record : entry.getValue()) {
                long seq = Objects.requireNonNull(record.eventKey()).seq();
                if (seq != expected) {
                    return Stream.of(new InvariantViolation(
                            "I3",
                            entry.getKey() + ": event " + seq + " instead of " + expected + " at "
                                    + record.position()));
                }
                expected++;
            }
            return Stream.empty();
        });
    }
}
