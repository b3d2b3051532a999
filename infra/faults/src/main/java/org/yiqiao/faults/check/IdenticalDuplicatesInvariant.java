package org.yiqiao.faults.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** I4: repeated records of an event in a topic are byte-identical. */
final class IdenticalDuplicatesInvariant implements Invariant {

    @Override
    public Stream<InvariantViolation> check(SystemSnapshot snapshot) {
        Map<EventIdentity, TopicRecord> firstRecords = new HashMap<>();
        return snapshot.log().stream()
                .filter(record -> record.eventKey() != null
                        && !snapshot.injectedSubjects()
                                .contains(record.eventKey().aggregateId()))
                .filter(record -> {
                    TopicRecord firstRecord =
                            firstRecords.putIfAbsent(Objects.requireNonNull(record.eventKey()), record);
                    return firstRecord != null && !firstRecord.isIdenticalTo(record);
                })
                .map(record -> new InvariantViolation(
                        "I4", "a different event with the same sequence number: " + record.eventKey()))
                .toList()
                .stream();
    }
}
