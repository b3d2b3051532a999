package org.yiqiao.faults.check;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** I5: after recovery, every row has applied its aggregate's last event and equals a fold of the aggregate's events. */
final class RowsMatchLogInvariant implements Invariant {

    private static final Map<String, ReferenceProjection> FOLDS = Map.of(
            "governance-center.RequestRows", ReferenceProjection::requestRow,
            "social-organizations.KnownRequests", ReferenceProjection::knownRequest);

    @Override
    public Stream<InvariantViolation> check(SystemSnapshot snapshot) {
        var events = snapshot.eventsByAggregate();
        return snapshot.subscriptions().stream().flatMap(subscription -> events.entrySet().stream()
                .filter(entry -> entry.getKey().type().equals(subscription.aggregateType()))
                .flatMap(entry -> check(
                        subscription,
                        entry.getKey(),
                        entry.getValue(),
                        snapshot.rowsOf(subscription).get(entry.getKey().id()))));
    }

    private static Stream<InvariantViolation> check(
            TopicSubscription subscription,
            EventIdentity.AggregateKey aggregate,
            List<TopicRecord> events,
            @Nullable PersistedRow row) {
        long last = Objects.requireNonNull(events.getLast().eventKey()).seq();
        if (row == null || row.lastSeq() != last) {
            return Stream.of(new InvariantViolation(
                    "I5",
                    subscription.group() + " has applied " + (row == null ? 0 : row.lastSeq()) + " of " + last
                            + " events of " + aggregate));
        }
        ReferenceProjection fold = FOLDS.get(subscription.group());
        if (fold == null) {
            return Stream.empty();
        }
        Map<String, Object> expected = fold.project(events);
        Map<String, Object> actual = ReferenceProjection.comparableFields(row.content(), expected.keySet());
        return expected.equals(actual)
                ? Stream.empty()
                : Stream.of(new InvariantViolation(
                        "I5",
                        subscription.group() + " has the row " + actual + " of " + aggregate + " instead of "
                                + expected));
    }
}
