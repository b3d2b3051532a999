package org.yiqiao.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreReadTest {
    private static final int DOCUMENTS = 1_200;

    private final EmbeddedDocumentStore store = EmbeddedDocumentStore.inMemory();
    private final MongoClient client = MongoClients.create(store.uri());
    private final MongoCollection<Document> collection =
            client.getDatabase("test").getCollection("matters");

    @BeforeEach
    void fill() {
        collection.createIndex(Indexes.ascending("status"));
        collection.insertMany(IntStream.range(0, DOCUMENTS)
                .mapToObj(i -> new Document("_id", i)
                        .append("status", "s" + i % 3)
                        .append("copy", "s" + i % 3)
                        .append("value", i * 7 % 1000))
                .toList());
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void largeResultIsReturnedInBatches() {
        for (int batch : List.of(0, 1, 7, 5_000)) {
            assertThat(collection.find().batchSize(batch).into(new ArrayList<>()))
                    .hasSize(DOCUMENTS);
        }
        assertThat(collection
                        .find(Filters.eq("status", "s1"))
                        .batchSize(10)
                        .limit(35)
                        .projection(Projections.include("value"))
                        .into(new ArrayList<>()))
                .hasSize(35)
                .allMatch(document -> document.keySet().equals(Set.of("_id", "value")));
    }

    @Test
    void batchesRespectTheMessageSizeLimit() {
        MongoCollection<Document> large = client.getDatabase("test").getCollection("large");
        for (int i = 0; i < 12; i++) {
            large.insertOne(new Document("_id", i).append("text", "x".repeat(5 << 20)));
        }
        int[] read = {0};
        large.find().batchSize(100).forEach(document -> read[0]++);
        assertThat(read[0]).isEqualTo(12);
    }

    @Test
    void cursorReadsTheSnapshotOfItsOpening() {
        try (MongoCursor<Document> cursor =
                collection.find().sort(Sorts.ascending("_id")).batchSize(10).iterator()) {
            collection.updateMany(Filters.empty(), Updates.set("status", "changed"));
            collection.deleteMany(Filters.gte("_id", 500));
            int count = 0;
            while (cursor.hasNext()) {
                assertThat(cursor.next().getString("status")).isNotEqualTo("changed");
                count++;
            }
            assertThat(count).isEqualTo(DOCUMENTS);
        }
    }

    @Test
    void closedCursorIsRemoved() {
        MongoCursor<Document> cursor = collection.find().batchSize(10).iterator();
        cursor.next();
        cursor.close();
        Document status = client.getDatabase("test").runCommand(new Document("serverStatus", 1));
        assertThat(status.getEmbedded(List.of("metrics", "cursor", "open", "total"), Long.class))
                .isZero();
    }

    @Test
    void pipelineStartsWithAnIndexedQuery() {
        Map<String, Integer> counts = new HashMap<>();
        collection
                .aggregate(List.of(
                        Aggregates.match(Filters.in("status", "s0", "s1")),
                        Aggregates.match(Filters.lt("_id", 100)),
                        Aggregates.sort(Sorts.descending("_id")),
                        Aggregates.skip(1),
                        Aggregates.limit(50),
                        Aggregates.group("$status", Accumulators.sum("n", 1))))
                .forEach(group -> counts.put(group.getString("_id"), group.getInteger("n")));
        assertThat(counts).isEqualTo(Map.of("s0", 25, "s1", 25));
    }

    @Test
    void documentsAreCounted() {
        assertThat(collection.countDocuments()).isEqualTo(DOCUMENTS);
        assertThat(collection.estimatedDocumentCount()).isEqualTo(DOCUMENTS);
        assertThat(collection.countDocuments(Filters.eq("status", "s2"))).isEqualTo(DOCUMENTS / 3);
        assertThat(collection.countDocuments(Filters.eq("status", "none"))).isZero();
        assertThat(collection.distinct("status", String.class)).containsExactlyInAnyOrder("s0", "s1", "s2");
    }

    /** Each document has exactly one status at a time, and its status changes all the time. */
    @Test
    void concurrentReadsSeeEachDocumentOnce() {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 1_500; i++) {
                String status = "s" + (i + i / 7) % 3;
                collection.updateOne(
                        Filters.eq(i * 31 % DOCUMENTS),
                        Updates.combine(Updates.set("status", status), Updates.set("copy", status)));
            }
            done.set(true);
        });
        while (!done.get()) {
            List<Document> all = collection
                    .find(Filters.in("status", "s0", "s1", "s2"))
                    .batchSize(DOCUMENTS)
                    .into(new ArrayList<>());
            assertThat(all).hasSize(DOCUMENTS);
            assertThat(all)
                    .allSatisfy(document -> assertThat(document.get("copy")).isEqualTo(document.get("status")));
        }
        writer.join();
    }
}
