package org.yiqiao.faults.check;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** I8: a dead letter names the record that it was, and why it is dead. */
final class DeadLetterHeadersInvariant implements Invariant {

    @Override
    public Stream<Violation> check(SystemSnapshot evidence) {
        Set<TopicRecord.Position> there = new HashSet<>();
        evidence.log().forEach(recorded -> there.add(recorded.position()));
        return evidence.deadLetters().stream()
                .filter(letter -> letter.origin() == null
                        || !there.contains(letter.origin())
                        || letter.cause().isBlank()
                        || letter.handler().isBlank())
                .map(letter -> new Violation("I8", "a dead letter that does not tell: " + letter));
    }
}
