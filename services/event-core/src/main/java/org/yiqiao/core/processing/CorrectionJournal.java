package org.yiqiao.core.processing;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records the rows that a rebuild corrects, before and after the correction, until their derived data is updated. The
 * process can die between correction and update. The next rebuild then finds the rows correct, and updates the derived
 * data that the last one left.
 */
final class CorrectionJournal<R> {

    private static final Logger log = LoggerFactory.getLogger(CorrectionJournal.class);
    private static final String DOCUMENT = "document";

    /** Younger entries can belong to another instance that is still processing them. */
    private static final Duration STALE_AFTER = Duration.ofHours(1);

    private final MongoCollection<BsonDocument> entries;
    private final RowStore<R> rows;
    private final EventHandlerInvoker<R> invoker;

    CorrectionJournal(MongoDatabase database, String name, RowStore<R> rows, EventHandlerInvoker<R> application) {
        this.entries = database.getCollection(name, BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.rows = rows;
        this.invoker = application;
    }

    List<ObjectId> append(List<BsonDocument> touched) {
        List<ObjectId> ids = touched.stream().map(ignored -> new ObjectId()).toList();
        List<BsonDocument> added = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            added.add(new BsonDocument("_id", new BsonObjectId(ids.get(i))).append(DOCUMENT, touched.get(i)));
        }
        entries.insertMany(added);
        return ids;
    }

    void updateDerivedData(List<BsonDocument> touched, List<ObjectId> entryIds) {
        invoker.updateDerivedData(touched.stream()
                .map(this::decodeOrNull)
                .filter(Objects::nonNull)
                .toList());
        entries.deleteMany(in("_id", entryIds));
    }

    /** Updates the derived data for entries that earlier rebuilds recorded and did not finish. */
    void replayUnfinished(Instant now) {
        List<BsonDocument> unfinished = new ArrayList<>();
        entries.find().forEach(entry -> unfinished.add(entry.getDocument(DOCUMENT)));
        if (!unfinished.isEmpty()) {
            updateDerivedData(unfinished, List.of());
            entries.deleteMany(lt("_id", new ObjectId(Date.from(now.minus(STALE_AFTER)))));
        }
    }

    /** Returns null for a row that cannot be read: no derived data depends on it. */
    private @Nullable ProjectionRow<R> decodeOrNull(BsonDocument document) {
        try {
            return rows.decode(document);
        } catch (RuntimeException e) {
            log.warn("The row {} is damaged and cannot be read; it is corrected", document.get("_id"), e);
            return null;
        }
    }
}
