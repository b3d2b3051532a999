package org.yiqiao.faults.check;

import java.util.Objects;
import java.util.stream.Stream;

/** I3: in the log, the first occurrences of an aggregate's events are 1, 2, 3… without gap or inversion. */
final class FirstOccurrencesAreInOrder implements Invariant {

    @Override
    public Stream<Violation> check(Evidence evidence) {
        return evidence.events().entrySet().stream().flatMap(entry -> {
            long expected = 1;
            for (Recorded recorded : entry.getValue()) {
                long seq = Objects.requireNonNull(recorded.place()).seq();
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
