package org.yiqiao.infra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndDeleteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.ValidationOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An option that the store would ignore is refused, and an option that it honours has its effect. */
class UnsupportedOptionCheckTest {

    private static final Collation CHINESE = Collation.builder().locale("zh").build();

    private final EmbeddedDocumentStore store = EmbeddedDocumentStore.inMemory();
    private final MongoClient client = MongoClients.create(store.uri());
    private final MongoDatabase database = client.getDatabase("test");
    private final MongoCollection<Document> cases = database.getCollection("cases");

    @BeforeEach
    void fill() {
        cases.insertOne(
                new Document("_id", 1).append("steps", List.of(new Document("code", "a"), new Document("code", "b"))));
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void validatorIsRefused() {
        assertRefused(
                "validator",
                () -> database.createCollection(
                        "other",
                        new CreateCollectionOptions()
                                .validationOptions(new ValidationOptions().validator(Filters.exists("name")))));
        assertThat(database.listCollectionNames()).doesNotContain("other");
    }

    @Test
    void collationIsRefusedInEveryCommand() {
        assertRefused(
                "collation",
                () -> database.createCollection("other", new CreateCollectionOptions().collation(CHINESE)));
        assertRefused(
                "collation", () -> cases.createIndex(Indexes.ascending("name"), new IndexOptions().collation(CHINESE)));
        assertRefused("collation", () -> cases.find().collation(CHINESE).first());
        assertRefused(
                "collation", () -> cases.aggregate(List.of()).collation(CHINESE).first());
        assertRefused(
                "collation",
                () -> cases.distinct("name", String.class).collation(CHINESE).first());
        assertRefused(
                "collation",
                () -> cases.updateOne(
                        Filters.eq("name", "a"), Updates.set("name", "b"), new UpdateOptions().collation(CHINESE)));
    }

    @Test
    void simpleCollationIsTheOrderOfTheStore() {
        assertThat(cases.find()
                        .collation(Collation.builder().locale("simple").build())
                        .first())
                .isNotNull();
    }

    @Test
    void positionalProjectionIsRefused() {
        assertRefused("steps.$", () -> cases.find(Filters.eq("steps.code", "b"))
                .projection(Projections.include("steps.$"))
                .first());
        assertRefused(
                "steps.$",
                () -> cases.findOneAndDelete(
                        Filters.eq("steps.code", "b"),
                        new FindOneAndDeleteOptions().projection(Projections.include("steps.$"))));
    }

    @Test
    void indexThatWouldServeNothingIsRefused() {
        assertRefused("text", () -> cases.createIndex(Indexes.text("name")));
        assertRefused("2dsphere", () -> cases.createIndex(Indexes.geo2dsphere("location")));
        assertRefused("$**", () -> cases.createIndex(Indexes.ascending("$**")));
        assertRefused(
                "expireAfterSeconds",
                () -> cases.createIndex(Indexes.ascending("ended"), new IndexOptions().expireAfter(1L, TimeUnit.DAYS)));
    }

    @Test
    void cappedCollectionIsRefused() {
        assertRefused(
                "capped",
                () -> database.createCollection(
                        "other", new CreateCollectionOptions().capped(true).sizeInBytes(1_000)));
    }

    @Test
    void uniquePartialIndexCoversOnlyMatchingDocuments() {
        cases.createIndex(
                Indexes.ascending("handler"),
                new IndexOptions().unique(true).partialFilterExpression(Filters.eq("open", true)));
        cases.insertOne(new Document("handler", "w").append("open", false));
        cases.insertOne(new Document("handler", "w").append("open", false));
        cases.insertOne(new Document("handler", "w").append("open", true));

        assertThatThrownBy(() -> cases.insertOne(new Document("handler", "w").append("open", true)))
                .isInstanceOf(MongoException.class)
                .hasMessageContaining("duplicate key");
    }

    private static void assertRefused(String option, ThrowingCallable command) {
        assertThatThrownBy(command)
                .isInstanceOf(MongoException.class)
                .hasMessageContaining("The embedded store does not support")
                .hasMessageContaining(option)
                .hasMessageContaining("MONGODB_URI");
    }
}
