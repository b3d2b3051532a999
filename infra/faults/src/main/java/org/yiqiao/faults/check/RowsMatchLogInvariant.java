package org.yiqiao.faults.check;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** I5: once healed, every row has taken its aggregate's last event and says what a fold of the log says. */
final class RowsMatchLogInvariant implements Invariant {

    private static final Map<String, ReferenceProjection> FOLDS = Map.of(
            "governance-center.RequestRows", ReferenceProjection::requestRow,
            "social-organizations.KnownRequests", ReferenceProjection::knownRequest);

    @Override
    public Stream<Violation> check(SystemSnapshot evidence) {
        var events = evidence.eventsByAggregate();
        return evidence.subscriptions().stream().flatMap(subscription -> events.entrySet().stream()
                .filter(entry -> entry.getKey().type().equals(subscription.aggregateType()))
                .flatMap(entry -> check(
                        subscription,
                        entry.getKey(),
                        entry.getValue(),
                        evidence.rowsOf(subscription).get(entry.getKey().id()))));
    }

    private static Stream<Violation> check(
            Subscription subscription,
            EventKey.AggregateKey aggregate,
            List<TopicRecord> events,
            @Nullable PersistedRow row) {
        long last = Objects.requireNonNull(events.getLast().eventKey()).seq();
        if (row == null || row.lastSeq() != last) {
            return Stream.of(new Violation(
                    "I5",
                    subscription.group() + " has taken " + (row == null ? 0 : row.lastSeq()) + " of " + last
                            + " events of " + aggregate));
        }
        ReferenceProjection fold = FOLDS.get(subscription.group());
        if (fold == null) {
            return Stream.empty();
        }
        Map<String, Object> expected = fold.project(events);
        Map<String, Object> found = ReferenceProjection.comparableFields(row.content(), expected.keySet());
        return expected.equals(found)
                ? Stream.empty()
                : Stream.of(new Violation(
                        "I5", subscription.group() + " says " + found + " of " + aggregate + ", the log " + expected));
    }
}
