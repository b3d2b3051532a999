package org.yiqiao.infra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreWriteTest {
    private static final int DUPLICATE_KEY = 11000;

    private final EmbeddedDocumentStore store = EmbeddedDocumentStore.inMemory();
    private final MongoClient client = MongoClients.create(store.uri());
    private final MongoCollection<Document> collection =
            client.getDatabase("test").getCollection("matters");

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    private static Document document(int id) {
        return new Document("_id", id).append("number", id);
    }

    private static List<Document> documentsWithADuplicateId() {
        return List.of(document(1), document(2), document(2), document(3));
    }

    @Test
    void anIdIsUnique() {
        collection.insertOne(document(1));
        assertThatThrownBy(() -> collection.insertOne(document(1)))
                .isInstanceOfSatisfying(MongoWriteException.class, e -> {
                    assertThat(e.getCode()).isEqualTo(DUPLICATE_KEY);
                    assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
                    assertThat(e).hasMessageContaining("E11000").hasMessageContaining("_id_");
                });
        assertThatThrownBy(() -> collection.insertOne(new Document("_id", 1.0))).hasMessageContaining("E11000");
    }

    @Test
    void uniqueIndexRejectsDuplicates() {
        collection.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
        collection.insertMany(List.of(document(1), document(2)));
        assertThatThrownBy(() -> collection.insertOne(new Document("_id", 3).append("number", 2)))
                .hasMessageContaining("E11000");
        assertThatThrownBy(() -> collection.updateOne(Filters.eq(1), Updates.set("number", 2)))
                .hasMessageContaining("E11000");
        collection.updateOne(Filters.eq(1), Updates.set("number", 1L));
        collection.deleteOne(Filters.eq(2));
        collection.updateOne(Filters.eq(1), Updates.set("number", 2));
        assertThat(collection.countDocuments(Filters.eq("number", 2))).isEqualTo(1);
    }

    @Test
    void sparseUniqueIndexAllowsMissingFields() {
        collection.createIndex(
                Indexes.ascending("number"), new IndexOptions().unique(true).sparse(true));
        collection.insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));
        collection.insertOne(new Document("_id", 3).append("number", 1));
        assertThatThrownBy(() -> collection.insertOne(document(1).append("_id", 4)))
                .hasMessageContaining("E11000");
    }

    @Test
    void uniqueIndexCannotBeCreatedOverDuplicates() {
        collection.insertMany(List.of(document(1), new Document("_id", 2).append("number", 1)));
        assertThatThrownBy(() -> collection.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true)))
                .isInstanceOfAny(DuplicateKeyException.class, MongoCommandException.class)
                .hasMessageContaining("E11000");
        collection.deleteOne(Filters.eq(2));
        collection.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
    }

    @Test
    void parallelArraysCannotBeIndexed() {
        collection.createIndex(Indexes.ascending("a", "b"));
        collection.insertOne(new Document("_id", 1).append("a", List.of(1, 2)).append("b", 1));
        assertThatThrownBy(() -> collection.updateOne(Filters.eq(1), Updates.set("b", List.of(3))))
                .hasMessageContaining("parallel arrays");
    }

    @Test
    void orderedInsertStopsAtTheFirstError() {
        MongoBulkWriteException e = catchThrowableOfType(
                MongoBulkWriteException.class, () -> collection.insertMany(documentsWithADuplicateId()));
        assertThat(e.getWriteErrors()).singleElement().satisfies(error -> {
            assertThat(error.getIndex()).isEqualTo(2);
            assertThat(error.getCode()).isEqualTo(DUPLICATE_KEY);
        });
        assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(2);
        assertThat(collection.countDocuments()).isEqualTo(2);
    }

    @Test
    void unorderedInsertContinuesAfterAnError() {
        MongoBulkWriteException e = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> collection.insertMany(documentsWithADuplicateId(), new InsertManyOptions().ordered(false)));
        assertThat(e.getWriteErrors()).hasSize(1);
        assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(3);
        assertThat(collection.countDocuments()).isEqualTo(3);
    }

    private static List<WriteModel<Document>> updatesWithAnError() {
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        return List.of(
                new UpdateOneModel<>(Filters.eq(1), Updates.set("number", 10)),
                new UpdateOneModel<>(Filters.eq(7), Updates.set("number", 70), upsert),
                new UpdateOneModel<>(Filters.eq(2), Updates.inc("text", 1)),
                new UpdateOneModel<>(Filters.eq(8), Updates.set("number", 80), upsert),
                new InsertOneModel<>(document(9)));
    }

    private MongoBulkWriteException bulkWriteWithAnError(boolean ordered) {
        collection.insertMany(List.of(document(1), document(2).append("text", "not a number")));
        return catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> collection.bulkWrite(updatesWithAnError(), new BulkWriteOptions().ordered(ordered)));
    }

    @Test
    void orderedBulkWriteStopsAtTheFirstError() {
        MongoBulkWriteException e = bulkWriteWithAnError(true);
        assertThat(e.getWriteErrors()).singleElement().satisfies(error -> assertThat(error.getIndex())
                .isEqualTo(2));
        assertThat(e.getWriteResult().getModifiedCount()).isEqualTo(1);
        assertThat(e.getWriteResult().getUpserts()).singleElement().satisfies(upsert -> assertThat(upsert.getIndex())
                .isEqualTo(1));
        assertThat(collection.countDocuments()).isEqualTo(3);
    }

    @Test
    void unorderedBulkWriteContinuesAfterAnError() {
        MongoBulkWriteException e = bulkWriteWithAnError(false);
        assertThat(e.getWriteErrors()).hasSize(1);
        assertThat(e.getWriteResult().getUpserts()).hasSize(2);
        assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(1);
        assertThat(collection.countDocuments()).isEqualTo(5);
    }

    @Test
    void onlyOneConcurrentConditionalWriteSucceeds() {
        collection.insertOne(document(1).append("due", true));
        List<Document> claims = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> collection.findOneAndUpdate(
                        Filters.and(Filters.eq(1), Filters.eq("due", true)),
                        Updates.combine(Updates.set("due", false), Updates.set("by", i)),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .filter(Objects::nonNull)
                .toList();
        assertThat(claims).hasSize(1);
    }

    @Test
    void updateOneChangesOnlyTheFirstMatch() {
        collection.insertMany(List.of(document(1), document(2), document(3)));
        assertThat(collection
                        .updateOne(Filters.gt("number", 1), Updates.set("seen", true))
                        .getModifiedCount())
                .isEqualTo(1);
        assertThat(collection
                        .updateMany(Filters.gt("number", 1), Updates.set("seen", true))
                        .getMatchedCount())
                .isEqualTo(2);
        assertThat(collection.countDocuments(Filters.eq("seen", true))).isEqualTo(2);
    }

    @Test
    void updateBeyondTheSizeLimitIsRejected() {
        collection.insertOne(document(1).append("text", "x".repeat(15 << 20)));
        assertThatThrownBy(() -> collection.updateOne(Filters.eq(1), Updates.set("more", "x".repeat(2 << 20))))
                .hasMessageContaining("too large");
        assertThat(collection.find().first()).hasSize(3);
    }
}
