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
final class EveryRecordIsAccountedFor implements Invariant {

    @Override
    public Stream<Violation> check(Evidence evidence) {
        return evidence.subscriptions().stream().flatMap(subscription -> check(evidence, subscription));
    }

    private static Stream<Violation> check(Evidence evidence, Subscription subscription) {
        Set<Recorded.Position> dead = new HashSet<>();
        evidence.letters().stream()
                .filter(letter -> letter.subscriber().equals(subscription.name()) && letter.origin() != null)
                .forEach(letter -> dead.add(letter.origin()));
        Set<Parked> parked = new HashSet<>(evidence.parked());
        Map<String, KeptRow> rows = evidence.rowsOf(subscription);
        Map<Integer, Long> committed = evidence.committed().getOrDefault(subscription.group(), Map.of());
        Map<Recorded.Position, Violation> violations = new HashMap<>();
        for (Recorded recorded : evidence.log()) {
            if (!recorded.topic().equals(subscription.topic())
                    || recorded.offset() >= committed.getOrDefault(recorded.partition(), 0L)) {
                continue;
            }
            Place place = recorded.place();
            if (place == null) {
                if (!dead.contains(recorded.position())) {
                    violations.put(recorded.position(), violation(subscription, recorded, "vanished"));
                }
            } else if (place.kind().equals(subscription.kind())) {
                KeptRow row = rows.get(place.subject());
                boolean applied = row != null && row.lastSeq() >= place.seq();
                boolean waits = parked.contains(new Parked(subscription.name(), place.subject(), place.seq()));
                if (applied && waits) {
                    violations.put(recorded.position(), violation(subscription, recorded, "is applied and parked"));
                } else if (!applied && !waits && !dead.contains(recorded.position())) {
                    violations.put(recorded.position(), violation(subscription, recorded, "vanished"));
                }
            }
        }
        return violations.values().stream();
    }

    private static Violation violation(Subscription subscription, Recorded recorded, String what) {
        return new Violation(
                "I7", "for " + subscription.group() + " " + recorded.position() + " " + recorded.place() + " " + what);
    }
}
