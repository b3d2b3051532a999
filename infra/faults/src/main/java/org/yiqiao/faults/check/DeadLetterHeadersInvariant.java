package org.yiqiao.faults.check;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** I8: a dead letter contains the position of its original record, its cause and its event handler. */
final class DeadLetterHeadersInvariant implements Invariant {

    @Override
    public Stream<InvariantViolation> check(SystemSnapshot snapshot) {
        Set<TopicRecord.Position> positions = new HashSet<>();
        snapshot.log().forEach(record -> positions.add(record.position()));
        return snapshot.deadLetters().stream()
                .filter(letter -> letter.origin() == null
                        || !positions.contains(letter.origin())
                        || letter.cause().isBlank()
                        || letter.handler().isBlank())
                .map(letter ->
                        new InvariantViolation("I8", "a dead letter without position, cause or handler: " + letter));
    }
}
