package org.yiqiao.faults.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * I7 and I12: of every record that a subscriber has committed, its row holds the event, or it is parked, or it is a dead
 * letter; and it is not both applied and parked.
 */
final class NoSkippedRecordInvariant implements Invariant {

    @Override
    public Stream<Violation> check(SystemSnapshot evidence) {
        return evidence.subscriptions().stream().flatMap(subscription -> check(evidence, subscription));
    }

    private static Stream<Violation> check(SystemSnapshot evidence, Subscription subscription) {
        Set<TopicRecord.Position> dead = new HashSet<>();
        evidence.deadLetters().stream()
                .filter(letter -> letter.handler().equals(subscription.name()) && letter.origin() != null)
                .forEach(letter -> dead.add(letter.origin()));
        Set<ParkedEvent> parked = new HashSet<>(evidence.parkedEvents());
        Map<String, PersistedRow> rows = evidence.rowsOf(subscription);
        Map<Integer, Long> committed = evidence.committedOffsets().getOrDefault(subscription.group(), Map.of());
        Map<TopicRecord.Position, Violation> violations = new HashMap<>();
        for (TopicRecord recorded : evidence.log()) {
            if (!recorded.topic().equals(subscription.topic())
                    || recorded.offset() >= committed.getOrDefault(recorded.partition(), 0L)) {
                continue;
            }
            EventKey place = recorded.eventKey();
            if (place == null) {
                if (!dead.contains(recorded.position())) {
                    violations.put(recorded.position(), violation(subscription, recorded, "vanished"));
                }
            } else if (place.aggregateType().equals(subscription.aggregateType())) {
                PersistedRow row = rows.get(place.aggregateId());
                boolean applied = row != null && row.lastSeq() >= place.seq();
                boolean waits = parked.contains(new ParkedEvent(subscription.name(), place.aggregateId(), place.seq()));
                if (applied && waits) {
                    violations.put(recorded.position(), violation(subscription, recorded, "is applied and parked"));
                } else if (!applied && !waits && !dead.contains(recorded.position())) {
                    violations.put(recorded.position(), violation(subscription, recorded, "vanished"));
                }
            }
        }
        return violations.values().stream();
    }

    private static Violation violation(Subscription subscription, TopicRecord recorded, String what) {
        return new Violation(
                "I7",
                "for " + subscription.group() + " " + recorded.position() + " " + recorded.eventKey() + " " + what);
    }
}
