package org.yiqiao.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Verifies with random documents that every query returns the same documents as a check of every document. */
class QueryModelTest {
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final RandomDocumentGenerator generator = new RandomDocumentGenerator(random);
    private final TreeMap<String, Document> model = new TreeMap<>();
    private int inserted;

    private final EmbeddedDocumentStore store = EmbeddedDocumentStore.inMemory();
    private final MongoClient client = MongoClients.create(store.uri());
    private final MongoCollection<Document> collection =
            client.getDatabase("test").getCollection("matters");

    @BeforeEach
    void createIndexes() {
        System.out.println("seed " + seed);
        collection.createIndex(Indexes.ascending("status"));
        collection.createIndex(Indexes.compoundIndex(Indexes.ascending("status"), Indexes.descending("score")));
        collection.createIndex(Indexes.descending("score"));
        collection.createIndex(Indexes.ascending("status", "day", "score"));
        collection.createIndex(Indexes.ascending("reporter.name"));
        collection.createIndex(Indexes.ascending("tags"));
        collection.createIndex(Indexes.ascending("items.code"));
        collection.createIndex(
                Indexes.ascending("pendingSince"),
                new IndexOptions().partialFilterExpression(Filters.exists("pendingSince")));
        collection.createIndex(
                Indexes.descending("pendingSince"),
                new IndexOptions().sparse(true).name("sparse"));
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @RepeatedTest(4)
    void queriesReturnTheSameDocumentsAsTheModel() {
        for (int round = 0; round < 12; round++) {
            for (int i = 0; i < 25; i++) {
                write();
            }
            readModel();
            for (int i = 0; i < 60; i++) {
                compare(query());
            }
        }
    }

    private void write() {
        Bson one = Filters.eq(generator.id());
        switch (random.nextInt(7)) {
            case 0 -> collection.deleteOne(one);
            case 1 -> collection.updateOne(one, generator.update());
            case 2 -> collection.updateMany(Filters.eq("status", generator.status()), generator.update());
            case 3 ->
                collection.deleteMany(Filters.and(Filters.eq("status", generator.status()), Filters.eq("day", 3)));
            case 4 -> collection.findOneAndUpdate(Filters.eq("tags", "t1"), generator.update());
            case 5 ->
                collection.insertMany(IntStream.range(0, 10)
                        .mapToObj(i -> generator.document("n" + inserted++))
                        .toList());
            default ->
                collection.bulkWrite(IntStream.range(0, 10)
                        .mapToObj(i -> generator.id())
                        .map(id -> new ReplaceOneModel<>(
                                Filters.eq(id), generator.document(id), new ReplaceOptions().upsert(true)))
                        .toList());
        }
    }

    private void readModel() {
        model.clear();
        collection.find().forEach(document -> model.put(document.getString("_id"), document));
    }

    private ModelQuery query() {
        return switch (random.nextInt(6)) {
            case 0 -> condition();
            case 1 -> ModelQuery.equal("status", generator.status()).and(condition());
            case 2 ->
                ModelQuery.in("status", generator.status(), generator.status(), null)
                        .and(condition());
            case 3 ->
                ModelQuery.equal("status", generator.status())
                        .and(ModelQuery.equal("day", random.nextInt(12)))
                        .and(range("score"));
            case 4 -> condition().and(condition());
            default -> ModelQuery.ALL;
        };
    }

    private ModelQuery condition() {
        return switch (random.nextInt(14)) {
            case 0 -> ModelQuery.equal("_id", generator.id());
            case 1 -> ModelQuery.in("_id", generator.id(), generator.id(), generator.id(), 5);
            case 2 -> ModelQuery.greaterThan("_id", generator.id(), random.nextBoolean());
            case 3 ->
                ModelQuery.lessThan("_id", generator.id(), false)
                        .and(ModelQuery.greaterThan("_id", generator.id(), true));
            case 4 -> ModelQuery.equal("score", generator.scalar());
            case 5 -> ModelQuery.in("score", generator.scalar(), generator.scalar(), generator.scalar());
            case 6 -> range("score");
            case 7 -> ModelQuery.equal("reporter.name", random.nextBoolean() ? generator.word() : null);
            case 8 -> ModelQuery.equal("tags", random.nextInt(5) == 0 ? null : "t" + random.nextInt(7));
            case 9 -> ModelQuery.in("tags", "t" + random.nextInt(6), "t" + random.nextInt(6));
            case 10 -> ModelQuery.greaterThan("tags", "t" + random.nextInt(6), random.nextBoolean());
            case 11 -> ModelQuery.equal("items.code", generator.number());
            case 12 -> range("pendingSince");
            default -> ModelQuery.exists("pendingSince");
        };
    }

    private ModelQuery range(String field) {
        Object bound = field.equals("pendingSince")
                ? generator.date()
                : random.nextBoolean() ? generator.number() : generator.word();
        ModelQuery above = ModelQuery.greaterThan(field, bound, random.nextBoolean());
        ModelQuery below = ModelQuery.lessThan(field, bound, random.nextBoolean());
        return switch (random.nextInt(3)) {
            case 0 -> above;
            case 1 -> below;
            default -> above.and(ModelQuery.lessThan(field, generator.number(), true));
        };
    }

    private void compare(ModelQuery query) {
        Collection<Document> expected =
                model.values().stream().filter(query.matches()).toList();
        assertThat(collection.find(query.filter()))
                .as("seed %d, %s", seed, query.filter())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(collection.countDocuments(query.filter())).isEqualTo(expected.size());
        compareSorted(query, expected, random.nextInt(1, 20));
    }

    private void compareSorted(ModelQuery query, Collection<Document> expected, int limit) {
        String field = List.of("_id", "score", "day", "pendingSince", "status").get(random.nextInt(5));
        boolean ascending = random.nextBoolean();
        int skip = random.nextInt(3);
        FindIterable<Document> found = collection
                .find(query.filter())
                .sort(Sorts.orderBy(ascending ? Sorts.ascending(field, "_id") : Sorts.descending(field, "_id")))
                .skip(skip)
                .limit(limit);
        Comparator<Document> order =
                ModelQuery.comparingBy(field, ascending).thenComparing(ModelQuery.comparingBy("_id", ascending));
        assertThat(found)
                .as("seed %d, %s by %s %s", seed, query.filter(), field, ascending)
                .containsExactlyElementsOf(
                        expected.stream().sorted(order).skip(skip).limit(limit).toList());
    }
}
