package org.yiqiao.core.processing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.yiqiao.core.envelope.DecodedRecord;

/** Applies the events of one aggregate to its row, in order; sets events aside that come before their predecessor. */
final class RowEventApplier<R> {

    private final EventHandlerInvoker<R> invoker;
    private final RowStore<R> rows;
    private final FailedRecordHandler failedRecordHandler;
    private final long from;
    private final List<DecodedRecord.SequencedRecord> early = new ArrayList<>();
    private ProjectionRow<R> row;
    private BsonValue encoded = BsonNull.VALUE;
    private int applied;
    private int duplicates;

    RowEventApplier(
            ProjectionRow<R> row,
            EventHandlerInvoker<R> invoker,
            RowStore<R> rows,
            FailedRecordHandler failedRecordHandler) {
        this.row = row;
        this.from = row.lastSeq();
        this.invoker = invoker;
        this.rows = rows;
        this.failedRecordHandler = failedRecordHandler;
    }

    ProjectionRow<R> row() {
        return row;
    }

    /** Returns the update to store, if the row has changed. */
    Optional<RowStore.RowUpdate> rowUpdate() {
        return row.lastSeq() > from
                ? Optional.of(new RowStore.RowUpdate(row.id(), from, row.lastSeq(), encoded))
                : Optional.empty();
    }

    List<DecodedRecord.SequencedRecord> earlyEvents() {
        return early;
    }

    int appliedCount() {
        return applied;
    }

    int duplicateCount() {
        return duplicates;
    }

    void process(List<DecodedRecord> received) {
        received.stream()
                .map(DecodedRecord.SequencedRecord.class::cast)
                .sorted(Comparator.comparingLong(DecodedRecord.SequencedRecord::seq))
                .forEach(this::process);
    }

    private void process(DecodedRecord.SequencedRecord next) {
        if (next.seq() <= row.lastSeq()) {
            duplicates++;
        } else if (next.seq() > row.lastSeq() + 1) {
            early.add(next);
        } else {
            switch (next) {
                case DecodedRecord.EventRecord event -> apply(event);
                case DecodedRecord.UnknownTypeRecord newer -> advance(newer.seq(), row.content());
                case DecodedRecord.CorruptEventRecord(var record, var aggregate, var subject, var seq, var cause) ->
                    failedRecordHandler.handle(record, cause);
            }
        }
    }

    private void apply(DecodedRecord.EventRecord event) {
        try {
            advance(event.seq(), invoker.apply(row.content(), event.envelope()));
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError cause) {
            TransientFailureClassifier.rethrowIfTransient(cause);
            failedRecordHandler.handle(event.record(), cause);
        }
    }

    /**
     * Encodes the row at once: a row that cannot be stored is detected here, where the event that caused it is known.
     */
    private void advance(long seq, @Nullable R content) {
        encoded = rows.encode(content);
        row = new ProjectionRow<>(row.id(), seq, content);
        applied++;
    }
}
