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
 * Makes the live rows of a projection what the log leads to, while its feed goes on. A row is right once it is found
 * equal to the side row; until then it is open, and looked at again when the log has been read on. That includes every
 * row that was corrected: the feed may just be writing what it folded from the row as it was. A live row that is ahead
 * has seen events that were not read yet, unless the log, read on since, still does not lead there: then it is wrong.
 */
final class RowReconciler<R> {

    private final String subscriber;
    private final RowStore<R> live;
    private final ShadowRows<R> shadow;
    private final ParkedEventStore parkedEvents;
    private final CorrectionJournal<R> journal;

    private final List<WriteModel<BsonDocument>> writes = new ArrayList<>();
    private final List<BsonDocument> touched = new ArrayList<>();

    /** Rows that are not known to be right, each with the {@code lastSeq} that the log has to lead to. */
    private Map<String, Long> unresolved = new HashMap<>();

    private Map<String, Long> asked = Map.of();
    private long rows;
    private long corrected;
    private long removed;
    private long left;

    RowReconciler(
            String subscriber,
            RowStore<R> live,
            ShadowRows<R> side,
            ParkedEventStore parking,
            CorrectionJournal<R> unsettled) {
        this.subscriber = subscriber;
        this.live = live;
        this.shadow = side;
        this.parkedEvents = parking;
        this.journal = unsettled;
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
        return left;
    }

    /** Compares all rows: the live ones with what the log leads to, and what only the log leads to. */
    void compareAll() {
        Prefetcher.forEachBatch(new RowPageReader(live.documents())::nextPage, this::compare);
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

    /** Compares those that are open, after the log was read on. */
    void compareUnresolved() {
        asked = unresolved;
        unresolved = new HashMap<>();
        List<String> ids = List.copyOf(asked.keySet());
        for (int from = 0; from < ids.size(); from += RowStore.PAGE_SIZE) {
            List<String> some = ids.subList(from, Math.min(from + RowStore.PAGE_SIZE, ids.size()));
            compare(some, shadow.buffer().documents(some), live.documents(some));
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
        long reached = lastSeq(folded);
        long shown = lastSeq(present);
        if (shown <= reached) {
            correct(id, folded, present);
        } else if (reached >= asked.getOrDefault(id, Long.MIN_VALUE)) {
            unresolved.put(id, shown);
        } else if (shadow.isBlocked(id)) {
            left++;
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
            Bson unmoved = and(eq("_id", id), eq(RowStore.LAST_SEQ, present.get(RowStore.LAST_SEQ)));
            writes.add(
                    folded == null
                            ? new DeleteOneModel<>(unmoved)
                            : new UpdateOneModel<>(
                                    unmoved,
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
        List<ObjectId> notes = journal.append(touched);
        BulkWriteResult written = bulkWrite();
        corrected += written.getMatchedCount() + written.getInsertedCount();
        removed += written.getDeletedCount();
        removeAppliedParkedEvents();
        journal.updateDerivedData(touched, notes);
        writes.clear();
        touched.clear();
    }

    /** What another hand has moved meanwhile is left as it is: it stays open. */
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
        Set<String> occupied = parkedEvents.findParkedSubjects(subscriber, ids);
        if (!occupied.isEmpty()) {
            live.load(occupied).values().forEach(row -> parkedEvents.removeUpTo(subscriber, row.id(), row.lastSeq()));
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

    /** 0 of a row that is not there; what is no number is beyond all that the log leads to. */
    private static long lastSeq(@Nullable BsonDocument document) {
        if (document == null) {
            return 0;
        }
        BsonValue seq = document.get(RowStore.LAST_SEQ);
        return seq != null && seq.isNumber() ? seq.asNumber().longValue() : Long.MAX_VALUE;
    }
}
