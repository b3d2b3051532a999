package org.yiqiao.core.processing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Brings the live rows of a projection in line with the event log while its event processor continues.
 *
 * <p>A row is correct once it equals the shadow row. Until then it is unresolved, and is compared again when more of
 * the topic has been read. That includes every corrected row, because the event processor can be about to write a
 * result that it folded from the old row.
 *
 * <p>A live row that is ahead of its shadow row has seen events that the rebuild has not read yet. If reading on does
 * not lead the shadow row there, the live row is wrong.
 */
final class RowReconciler<R> {

    private final String handlerName;
    private final RowStore<R> live;
    private final ShadowRows<R> shadow;
    private final OutOfOrderEventStore parkedEvents;
    private final CorrectionJournal<R> journal;

    private final List<WriteModel<BsonDocument>> writes = new ArrayList<>();
    private final List<BsonDocument> touched = new ArrayList<>();

    /** Rows that are not known to be correct, each with the {@code lastSeq} that the shadow row must reach. */
    private Map<String, Long> unresolved = new HashMap<>();

    private Map<String, Long> compared = Map.of();
    private long rows;
    private long corrected;
    private long removed;
    private long skipped;

    RowReconciler(
            String handlerName,
            RowStore<R> live,
            ShadowRows<R> shadow,
            OutOfOrderEventStore parkedEvents,
            CorrectionJournal<R> journal) {
        this.handlerName = handlerName;
        this.live = live;
        this.shadow = shadow;
        this.parkedEvents = parkedEvents;
        this.journal = journal;
    }

    boolean isDone() {
        return unresolved.isEmpty();
    }

    long rowCount() {
        return rows;
    }

    long correctedCount() {
        return corrected;
    }

    long removedCount() {
        return removed;
    }

    long skippedCount() {
        return skipped;
    }

    /** Compares all rows: the live rows with the shadow rows, then the rows that only the shadow has. */
    void compareAll() {
        BatchPrefetcher.forEachBatch(new RowPageReader(live.documents())::nextPage, this::compare);
        if (rows < shadow.buffer().size()) {
            shadow.buffer().forEachIdPage(ids -> compare(ids, shadow.buffer().documents(ids), live.documents(ids)));
        }
        rows = shadow.buffer().size();
    }

    private void compare(List<BsonDocument> page) {
        Map<String, BsonDocument> present = new LinkedHashMap<>();
        page.forEach(document -> present.put(RowStore.id(document), document));
        Map<String, BsonDocument> folded = shadow.buffer().documents(present.keySet());
        rows += folded.size();
        compare(List.copyOf(present.keySet()), folded, present);
    }

    /** Compares the unresolved rows again, after more of the topic has been read. */
    void compareUnresolved() {
        compared = unresolved;
        unresolved = new HashMap<>();
        List<String> ids = List.copyOf(compared.keySet());
        for (int from = 0; from < ids.size(); from += RowStore.PAGE_SIZE) {
            List<String> page = ids.subList(from, Math.min(from + RowStore.PAGE_SIZE, ids.size()));
            compare(page, shadow.buffer().documents(page), live.documents(page));
        }
    }

    private void compare(List<String> ids, Map<String, BsonDocument> folded, Map<String, BsonDocument> present) {
        ids.forEach(id -> compare(id, folded.get(id), present.get(id)));
        write();
    }

    private void compare(String id, @Nullable BsonDocument folded, @Nullable BsonDocument present) {
        if (isSame(folded, present)) {
            return;
        }
        long foldedSeq = lastSeq(folded);
        long liveSeq = lastSeq(present);
        if (liveSeq <= foldedSeq) {
            correct(id, folded, present);
        } else if (foldedSeq >= compared.getOrDefault(id, Long.MIN_VALUE)) {
            unresolved.put(id, liveSeq);
        } else if (shadow.isBlocked(id)) {
            skipped++;
        } else {
            correct(id, folded, present);
        }
    }

    private void correct(String id, @Nullable BsonDocument folded, @Nullable BsonDocument present) {
        unresolved.put(id, lastSeq(folded));
        if (folded != null) {
            touched.add(folded);
        }
        if (present == null) {
            writes.add(new InsertOneModel<>(folded));
        } else {
            touched.add(present);
            Bson unchanged = and(eq("_id", id), eq(RowStore.LAST_SEQ, present.get(RowStore.LAST_SEQ)));
            writes.add(
                    folded == null
                            ? new DeleteOneModel<>(unchanged)
                            : new UpdateOneModel<>(
                                    unchanged,
                                    combine(
                                            set(RowStore.LAST_SEQ, folded.get(RowStore.LAST_SEQ)),
                                            set(RowStore.ROW, folded.get(RowStore.ROW)),
                                            inc(RowStore.CORRECTIONS, 1L))));
        }
        if (writes.size() >= RowStore.PAGE_SIZE) {
            write();
        }
    }

    private void write() {
        if (writes.isEmpty()) {
            return;
        }
        List<ObjectId> entryIds = journal.append(touched);
        BulkWriteResult written = bulkWrite();
        corrected += written.getMatchedCount() + written.getInsertedCount();
        removed += written.getDeletedCount();
        removeAppliedParkedEvents();
        journal.updateDerivedData(touched, entryIds);
        writes.clear();
        touched.clear();
    }

    /**
     * Writes the corrections. A row that another writer has changed meanwhile is left unchanged, and stays unresolved.
     */
    private BulkWriteResult bulkWrite() {
        try {
            return live.documents().bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                return e.getWriteResult();
            }
            throw e;
        }
    }

    private void removeAppliedParkedEvents() {
        Set<String> ids = Set.copyOf(touched.stream().map(RowStore::id).toList());
        Set<String> parkedSubjects = parkedEvents.findParkedSubjects(handlerName, ids);
        if (!parkedSubjects.isEmpty()) {
            live.load(parkedSubjects)
                    .values()
                    .forEach(row -> parkedEvents.removeUpTo(handlerName, row.id(), row.lastSeq()));
        }
    }

    private static boolean isSame(@Nullable BsonDocument one, @Nullable BsonDocument other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return lastSeq(one) == lastSeq(other) && isSame(one.get(RowStore.ROW), other.get(RowStore.ROW));
    }

    private static boolean isSame(@Nullable BsonValue one, @Nullable BsonValue other) {
        if (one instanceof RawBsonDocument here && other instanceof RawBsonDocument there) {
            return here.getByteBuffer().asNIO().equals(there.getByteBuffer().asNIO());
        }
        return one != null && one.equals(other);
    }

    /** Returns 0 for a missing row; a value that is not a number counts as later than all events. */
    private static long lastSeq(@Nullable BsonDocument document) {
        if (document == null) {
            return 0;
        }
        BsonValue seq = document.get(RowStore.LAST_SEQ);
        return seq != null && seq.isNumber() ? seq.asNumber().longValue() : Long.MAX_VALUE;
    }
}
