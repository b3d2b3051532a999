package org.yiqiao.faults.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** I4: whatever the log holds twice, it holds byte for byte. */
final class RepeatsAreIdentical implements Invariant {

    @Override
    public Stream<Violation> check(Evidence evidence) {
        Map<Place, Recorded> first = new HashMap<>();
        return evidence.log().stream()
                .filter(recorded -> recorded.place() != null
                        && !evidence.planted().contains(recorded.place().subject()))
                .filter(recorded -> {
                    Recorded earlier = first.putIfAbsent(Objects.requireNonNull(recorded.place()), recorded);
                    return earlier != null && !earlier.isSameAs(recorded);
                })
                .map(recorded -> new Violation("I4", "another event of the same number: " + recorded.place()))
                .toList()
                .stream();
    }
}
