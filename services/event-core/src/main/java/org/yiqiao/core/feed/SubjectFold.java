package org.yiqiao.core.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.yiqiao.core.envelope.Received;

/** The events of one aggregate, folded in order into its row; those that come before their predecessor are set aside. */
final class SubjectFold<R> {

    private final Application<R> application;
    private final RowStore<R> rows;
    private final Refusal refusal;
    private final long from;
    private final List<Received.Ordered> early = new ArrayList<>();
    private Row<R> row;
    private BsonValue encoded = BsonNull.VALUE;
    private int applied;
    private int duplicates;

    SubjectFold(Row<R> row, Application<R> application, RowStore<R> rows, Refusal refusal) {
        this.row = row;
        this.from = row.lastSeq();
        this.application = application;
        this.rows = rows;
        this.refusal = refusal;
    }

    Row<R> row() {
        return row;
    }

    /** What is to be stored, if the row has moved. */
    Optional<RowStore.Move> move() {
        return row.lastSeq() > from
                ? Optional.of(new RowStore.Move(row.id(), from, row.lastSeq(), encoded))
                : Optional.empty();
    }

    List<Received.Ordered> early() {
        return early;
    }

    int applied() {
        return applied;
    }

    int duplicates() {
        return duplicates;
    }

    void take(List<Received> received) {
        received.stream()
                .map(Received.Ordered.class::cast)
                .sorted(Comparator.comparingLong(Received.Ordered::seq))
                .forEach(this::take);
    }

    private void take(Received.Ordered next) {
        if (next.seq() <= row.lastSeq()) {
            duplicates++;
        } else if (next.seq() > row.lastSeq() + 1) {
            early.add(next);
        } else {
            switch (next) {
                case Received.Event event -> apply(event);
                case Received.Newer newer -> advance(newer.seq(), row.content());
                case Received.Broken(var record, var aggregate, var subject, var seq, var cause) ->
                    refusal.refuse(record, cause);
            }
        }
    }

    private void apply(Received.Event event) {
        try {
            advance(event.seq(), application.apply(row.content(), event.envelope()));
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError cause) {
            Outage.rethrow(cause);
            refusal.refuse(event.record(), cause);
        }
    }

    /** A row that cannot be stored is noticed here, while it is known which event made it so. */
    private void advance(long seq, @Nullable R content) {
        encoded = rows.encode(content);
        row = new Row<>(row.id(), seq, content);
        applied++;
    }
}
