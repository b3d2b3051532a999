package org.yiqiao.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.infra.port.ChildJvm;

/**
 * Verifies that acknowledged writes survive a kill of the process of the store, and that indexes agree with the
 * documents.
 */
class StoreCrashTest {
    private static final int REMOVED = -1;
    private static final int WRITERS = 8;
    private static final int WRITES_BEFORE_KILL = 800;

    @TempDir
    private Path directory;

    /** The last acknowledged value, or REMOVED. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    /** Documents with an unanswered request, which possibly took effect. */
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    @Test
    void acknowledgedWritesSurviveKills() throws Exception {
        Path file = directory.resolve("store.mv");
        for (int kill = 0; kill < 2; kill++) {
            writeUntilKilled(file, kill);
        }
        try (StoreFixture store = new StoreFixture(file)) {
            store.assertIndexesAgreeWithDocuments("matters");
            Map<String, Integer> found = new HashMap<>();
            store.find("matters", new de.bwaldvogel.mongo.bson.Document())
                    .forEach(document -> found.put((String) document.get("_id"), (Integer) document.get("value")));
            acknowledged.forEach((id, value) -> {
                if (!unanswered.contains(id)) {
                    assertThat(found.getOrDefault(id, REMOVED)).as(id).isEqualTo(value);
                }
            });
            assertThat(acknowledged).hasSizeGreaterThan(800);
        }
    }

    @Test
    void stoppedProcessLeavesACompleteFile() throws Exception {
        Path file = directory.resolve("store.mv");
        try (ChildJvm child = new ChildJvm(DocumentStoreProcess.class, file.toString(), "0");
                MongoClient client = MongoClients.create(child.awaitReady())) {
            client.getDatabase("test").getCollection("matters").insertOne(matter("a", 1));
            child.terminate();
        }
        assertThat(directory.resolve("store.mv.log")).isEmptyFile();
        try (StoreFixture store = new StoreFixture(file)) {
            assertThat(store.find("matters", new de.bwaldvogel.mongo.bson.Document()))
                    .hasSize(1);
        }
    }

    private void writeUntilKilled(Path file, int kill) throws Exception {
        CountDownLatch enough = new CountDownLatch(WRITES_BEFORE_KILL);
        try (ChildJvm child = new ChildJvm(CheckpointingStoreProcess.class, file.toString());
                MongoClient client = MongoClients.create(child.awaitReady());
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            MongoCollection<Document> matters = client.getDatabase("test").getCollection("matters");
            matters.createIndex(Indexes.ascending("status"));
            matters.createIndex(Indexes.ascending("tags", "value"));
            matters.createIndex(
                    Indexes.ascending("pendingSince"),
                    new IndexOptions().partialFilterExpression(Filters.exists("pendingSince")));
            for (int writer = 0; writer < WRITERS; writer++) {
                String prefix = kill + "-" + writer + "-";
                writers.execute(() -> write(matters, prefix, enough));
            }
            assertThat(enough.await(1, TimeUnit.MINUTES)).isTrue();
            child.kill();
            writers.shutdownNow();
        }
    }

    private void write(MongoCollection<Document> matters, String prefix, CountDownLatch enough) {
        String writing = prefix;
        try {
            for (int i = 0; ; i++) {
                writing = prefix + i;
                matters.insertOne(matter(writing, i));
                acknowledged.put(writing, 0);
                writing = prefix + i / 2;
                if (i % 3 == 0 && !Objects.equals(acknowledged.get(writing), REMOVED)) {
                    matters.updateOne(Filters.eq(writing), change(i));
                    acknowledged.put(writing, i);
                } else if (i % 7 == 0) {
                    matters.deleteOne(Filters.eq(writing));
                    acknowledged.put(writing, REMOVED);
                }
                enough.countDown();
            }
        } catch (MongoException killedOrInterrupted) {
            unanswered.add(writing);
        }
    }

    private static Document matter(String id, int i) {
        return new Document("_id", id)
                .append("value", 0)
                .append("status", "s0")
                .append("tags", List.of("a" + i % 3, "b"))
                .append("pendingSince", i);
    }

    private static Bson change(int i) {
        return Updates.combine(
                Updates.set("value", i), Updates.set("status", "s" + i % 5), Updates.unset("pendingSince"));
    }
}
