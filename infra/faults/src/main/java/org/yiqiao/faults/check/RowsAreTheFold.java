package org.yiqiao.faults.check;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** I5: once healed, every row has taken its aggregate's last event and says what a fold of the log says. */
final class RowsAreTheFold implements Invariant {

    private static final Map<String, Fold> FOLDS = Map.of(
            "governance-center.RequestRows", Fold::requestRow,
            "social-organizations.KnownRequests", Fold::knownRequest);

    @Override
    public Stream<Violation> check(Evidence evidence) {
        var events = evidence.events();
        return evidence.subscriptions().stream().flatMap(subscription -> events.entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals(subscription.kind()))
                .flatMap(entry -> check(
                        subscription,
                        entry.getKey(),
                        entry.getValue(),
                        evidence.rowsOf(subscription).get(entry.getKey().id()))));
    }

    private static Stream<Violation> check(
            Subscription subscription, Place.Aggregate aggregate, List<Recorded> events, @Nullable KeptRow row) {
        long last = Objects.requireNonNull(events.getLast().place()).seq();
        if (row == null || row.lastSeq() != last) {
            return Stream.of(new Violation(
                    "I5",
                    subscription.group() + " has taken " + (row == null ? 0 : row.lastSeq()) + " of " + last
                            + " events of " + aggregate));
        }
        Fold fold = FOLDS.get(subscription.group());
        if (fold == null) {
            return Stream.empty();
        }
        Map<String, Object> expected = fold.of(events);
        Map<String, Object> found = Fold.shown(row.content(), expected.keySet());
        return expected.equals(found)
                ? Stream.empty()
                : Stream.of(new Violation(
                        "I5", subscription.group() + " says " + found + " of " + aggregate + ", the log " + expected));
    }
}
