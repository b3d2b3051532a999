package org.yiqiao.core.processing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.conversions.Bson;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Stores the rows of one projection: documents {@code {_id, lastSeq, row}}, and {@code mended} if a rebuild corrected
 * the row.
 */
public final class RowStore<R> {

    static final String LAST_SEQ = "lastSeq";
    static final String ROW = "row";
    static final String CORRECTIONS = "mended";

    /** Number of documents per batch of a find, more than the 101 of a default first batch. */
    static final int PAGE_SIZE = 2_000;

    private static final int INITIAL_BUFFER_BYTES = 256;

    private final MongoCollection<BsonDocument> collection;
    private final Codec<R> codec;

    public RowStore(MongoDatabase database, String name, Class<R> type, List<String> indexes) {
        this(database, name, type, indexes, WriteConcern.MAJORITY.withJournal(true));
    }

    RowStore(MongoDatabase database, String name, Class<R> type, List<String> indexes, WriteConcern concern) {
        this.collection = database.getCollection(name, BsonDocument.class).withWriteConcern(concern);
        this.codec = database.getCodecRegistry().get(type);
        indexes.forEach(
                field -> collection.withTimeout(10, TimeUnit.MINUTES).createIndex(Indexes.ascending("row." + field)));
    }

    /** Returns the rows with the given ids by id; missing rows have no entry. */
    public Map<String, ProjectionRow<R>> load(Collection<String> ids) {
        Map<String, ProjectionRow<R>> rows = new HashMap<>();
        documents(ids).forEach((id, document) -> rows.put(id, decode(document)));
        return rows;
    }

    /** Returns the rows that match a query on {@code row.*}. */
    public List<ProjectionRow<R>> find(Bson query) {
        List<ProjectionRow<R>> rows = new ArrayList<>();
        forEach(query, rows::add);
        return rows;
    }

    /**
     * Passes the rows that match a query on {@code row.*} to the reader one at a time, without holding all of them in
     * memory.
     */
    public void forEach(Bson query, Consumer<ProjectionRow<R>> reader) {
        collection.find(query, RawBsonDocument.class).forEach(document -> reader.accept(decode(document)));
    }

    public List<ProjectionRow<R>> findAll() {
        return find(new BsonDocument());
    }

    /**
     * The version of a row, which changes whenever the row changes.
     *
     * @param corrections number of corrections by rebuilds
     */
    public record RowVersion(long lastSeq, long corrections) {}

    /** Returns the version of every row by id, for change detection. */
    public Map<String, RowVersion> versions() {
        Map<String, RowVersion> versions = new HashMap<>();
        collection
                .find()
                .projection(include(LAST_SEQ, CORRECTIONS))
                .forEach(document -> versions.put(
                        document.getString("_id").getValue(),
                        new RowVersion(
                                document.getNumber(LAST_SEQ).longValue(),
                                document.getNumber(CORRECTIONS, new BsonInt64(0))
                                        .longValue())));
        return versions;
    }

    /**
     * Writes each row that is still at the {@code fromSeq} of its update.
     *
     * @return false if another writer had already changed any of the rows
     */
    public boolean save(List<RowUpdate> updates) {
        List<WriteModel<BsonDocument>> writes =
                updates.stream().map(RowStore::toWriteModel).toList();
        long inserts = updates.stream().filter(update -> update.fromSeq() == 0).count();
        try {
            var result = collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return result.getMatchedCount() == updates.size() - inserts;
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream()
                    .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY)) {
                return false;
            }
            throw e;
        }
    }

    MongoCollection<BsonDocument> documents() {
        return collection;
    }

    Map<String, BsonDocument> documents(Collection<String> ids) {
        Map<String, BsonDocument> found = new HashMap<>();
        collection
                .find(in("_id", ids), RawBsonDocument.class)
                .batchSize(PAGE_SIZE)
                .forEach(document -> found.put(id(document), document));
        return found;
    }

    static String id(BsonDocument document) {
        return document.getString("_id").getValue();
    }

    /**
     * The change of a row from one event to a later one.
     *
     * @param fromSeq {@code lastSeq} of the row when it was loaded; 0 if there was none
     * @param content content of the row, as returned by {@link #encode}
     */
    public record RowUpdate(String id, long fromSeq, long toSeq, BsonValue content) {

        /** Returns the row as it is after the update. */
        BsonDocument toDocument() {
            return new BsonDocument("_id", new BsonString(id))
                    .append(LAST_SEQ, new BsonInt64(toSeq))
                    .append(ROW, content);
        }
    }

    /** Returns the update that takes a row from {@code from} to its current form. */
    public RowUpdate createUpdate(long from, ProjectionRow<R> to) {
        return new RowUpdate(to.id(), from, to.lastSeq(), encode(to.content()));
    }

    private static WriteModel<BsonDocument> toWriteModel(RowUpdate update) {
        return update.fromSeq() == 0
                ? new InsertOneModel<>(update.toDocument())
                : new UpdateOneModel<>(
                        and(eq("_id", update.id()), eq(LAST_SEQ, update.fromSeq())),
                        combine(set(LAST_SEQ, update.toSeq()), set(ROW, update.content())));
    }

    /**
     * Encodes the content of a row for storage, in no more bytes than needed.
     *
     * @throws RuntimeException if the content cannot be encoded
     */
    BsonValue encode(@Nullable R content) {
        if (content == null) {
            return BsonNull.VALUE;
        }
        try (BasicOutputBuffer bytes = new BasicOutputBuffer(INITIAL_BUFFER_BYTES);
                BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
            codec.encode(writer, content, EncoderContext.builder().build());
            return new RawBsonDocument(bytes.toByteArray());
        }
    }

    ProjectionRow<R> decode(BsonDocument document) {
        BsonValue row = document.get(ROW);
        return new ProjectionRow<>(
                id(document),
                document.getNumber(LAST_SEQ).longValue(),
                row == null || row.isNull()
                        ? null
                        : codec.decode(
                                row.asDocument().asBsonReader(),
                                DecoderContext.builder().build()));
    }
}
