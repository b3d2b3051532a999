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

/** The rows of one projection: documents {@code {_id, lastSeq, row}}, and {@code mended} if a rebuild corrected them. */
public final class RowStore<R> {

    static final String LAST_SEQ = "lastSeq";
    static final String ROW = "row";
    static final String CORRECTIONS = "mended";

    /** A find answers with this many at once, which is more than the 101 that it would begin with. */
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

    public Map<String, Row<R>> load(Collection<String> ids) {
        Map<String, Row<R>> rows = new HashMap<>();
        documents(ids).forEach((id, document) -> rows.put(id, decode(document)));
        return rows;
    }

    /** The rows that a query on {@code row.*} finds. */
    public List<Row<R>> find(Bson query) {
        List<Row<R>> rows = new ArrayList<>();
        forEach(query, rows::add);
        return rows;
    }

    /** Reads the rows that a query on {@code row.*} finds, one at a time: for those who need not hold them all. */
    public void forEach(Bson query, Consumer<Row<R>> reader) {
        collection.find(query, RawBsonDocument.class).forEach(document -> reader.accept(decode(document)));
    }

    public List<Row<R>> findAll() {
        return find(new BsonDocument());
    }

    /**
     * What tells whether a row has changed.
     *
     * @param corrections how often a rebuild has corrected it
     */
    public record RowVersion(long lastSeq, long corrections) {}

    /** The version of every row, to see whether anything has changed. */
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

    /** Moves each row from the first to the second of a pair; false if any of them had moved by another hand before. */
    public boolean save(List<RowUpdate> moves) {
        List<WriteModel<BsonDocument>> writes =
                moves.stream().map(RowStore::toWriteModel).toList();
        long inserts = moves.stream().filter(move -> move.fromSeq() == 0).count();
        try {
            var result = collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return result.getMatchedCount() == moves.size() - inserts;
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
     * @param fromSeq the row's {@code lastSeq} when it was loaded, 0 if there was none
     * @param content of the row, as {@link #encode} made it
     */
    public record RowUpdate(String id, long fromSeq, long toSeq, BsonValue content) {

        /** The row as it is once it has moved. */
        BsonDocument toDocument() {
            return new BsonDocument("_id", new BsonString(id))
                    .append(LAST_SEQ, new BsonInt64(toSeq))
                    .append(ROW, content);
        }
    }

    /** What moves a row to where it is now. */
    public RowUpdate createUpdate(long from, Row<R> to) {
        return new RowUpdate(to.id(), from, to.lastSeq(), encode(to.content()));
    }

    private static WriteModel<BsonDocument> toWriteModel(RowUpdate move) {
        return move.fromSeq() == 0
                ? new InsertOneModel<>(move.toDocument())
                : new UpdateOneModel<>(
                        and(eq("_id", move.id()), eq(LAST_SEQ, move.fromSeq())),
                        combine(set(LAST_SEQ, move.toSeq()), set(ROW, move.content())));
    }

    /**
     * A row's content as it is to be stored, in no more bytes than it takes.
     *
     * @throws RuntimeException if it cannot be
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

    Row<R> decode(BsonDocument document) {
        BsonValue row = document.get(ROW);
        return new Row<>(
                id(document),
                document.getNumber(LAST_SEQ).longValue(),
                row == null || row.isNull()
                        ? null
                        : codec.decode(
                                row.asDocument().asBsonReader(),
                                DecoderContext.builder().build()));
    }
}
