package org.yiqiao.faults.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * I7 and I12: every record that an event handler has committed is applied to its row, parked, or a dead letter. No
 * record is both applied and parked.
 */
final class NoSkippedRecordInvariant implements Invariant {

    @Override
    public Stream<InvariantViolation> check(SystemSnapshot snapshot) {
        return snapshot.subscriptions().stream().flatMap(subscription -> check(snapshot, subscription));
    }

    private static Stream<InvariantViolation> check(SystemSnapshot snapshot, TopicSubscription subscription) {
        Set<TopicRecord.Position> deadLetterOrigins = new HashSet<>();
        snapshot.deadLetters().stream()
                .filter(letter -> letter.handler().equals(subscription.name()) && letter.origin() != null)
                .forEach(letter -> deadLetterOrigins.add(letter.origin()));
        Set<OutOfOrderEvent> parked = new HashSet<>(snapshot.parkedEvents());
        Map<String, PersistedRow> rows = snapshot.rowsOf(subscription);
        Map<Integer, Long> committed = snapshot.committedOffsets().getOrDefault(subscription.group(), Map.of());
        Map<TopicRecord.Position, InvariantViolation> violations = new HashMap<>();
        for (TopicRecord record : snapshot.log()) {
            if (!record.topic().equals(subscription.topic())
                    || record.offset() >= committed.getOrDefault(record.partition(), 0L)) {
                continue;
            }
            EventIdentity key = record.eventKey();
            if (key == null) {
                if (!deadLetterOrigins.contains(record.position())) {
                    violations.put(record.position(), violation(subscription, record, "was skipped"));
                }
            } else if (key.aggregateType().equals(subscription.aggregateType())) {
                PersistedRow row = rows.get(key.aggregateId());
                boolean applied = row != null && row.lastSeq() >= key.seq();
                boolean isParked =
                        parked.contains(new OutOfOrderEvent(subscription.name(), key.aggregateId(), key.seq()));
                if (applied && isParked) {
                    violations.put(record.position(), violation(subscription, record, "is both applied and parked"));
                } else if (!applied && !isParked && !deadLetterOrigins.contains(record.position())) {
                    violations.put(record.position(), violation(subscription, record, "was skipped"));
                }
            }
        }
        return violations.values().stream();
    }

    private static InvariantViolation violation(TopicSubscription subscription, TopicRecord record, String problem) {
        return new InvariantViolation(
                "I7",
                "for " + subscription.group() + " " + record.position() + " " + record.eventKey() + " " + problem);
    }
}
