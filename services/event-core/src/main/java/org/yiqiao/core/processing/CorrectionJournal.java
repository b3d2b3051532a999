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
 * Rows that a rebuild corrects, as they were and as they are to be, noted until what depends on them is settled: the
 * process may die between the two, and the next rebuild, which finds the rows right, settles what the last one left.
 */
final class CorrectionJournal<R> {

    private static final Logger log = LoggerFactory.getLogger(CorrectionJournal.class);
    private static final String DOCUMENT = "document";

    /** Younger notes may be another instance's, which is just at it. */
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
        List<BsonDocument> noted = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            noted.add(new BsonDocument("_id", new BsonObjectId(ids.get(i))).append(DOCUMENT, touched.get(i)));
        }
        entries.insertMany(noted);
        return ids;
    }

    void updateDerivedData(List<BsonDocument> touched, List<ObjectId> noted) {
        invoker.updateDerivedData(touched.stream()
                .map(this::decodeOrNull)
                .filter(Objects::nonNull)
                .toList());
        entries.deleteMany(in("_id", noted));
    }

    /** Settles what earlier rebuilds noted and did not come to settle. */
    void replayUnfinished(Instant now) {
        List<BsonDocument> left = new ArrayList<>();
        entries.find().forEach(note -> left.add(note.getDocument(DOCUMENT)));
        if (!left.isEmpty()) {
            updateDerivedData(left, List.of());
            entries.deleteMany(lt("_id", new ObjectId(Date.from(now.minus(STALE_AFTER)))));
        }
    }

    /** Null of a row that nobody can read: so nothing depends on it. */
    private @Nullable Row<R> decodeOrNull(BsonDocument document) {
        try {
            return rows.decode(document);
        } catch (RuntimeException e) {
            log.warn("The damaged row {} cannot be read; it is corrected", document.get("_id"), e);
            return null;
        }
    }
}
