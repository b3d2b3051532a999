package org.yiqiao.infra.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * Measures the embedded store, with driver and server in one JVM. Run it from an IDE, or with
 *
 * <pre>
 * ./mvnw -q -pl infra/embedded -am install -DskipTests
 * ./mvnw -q -pl infra/embedded-tests test-compile exec:java \
 *     -Dexec.mainClass=org.yiqiao.infra.store.StoreBenchmark -Dexec.classpathScope=test
 * </pre>
 *
 * <p>The optional arguments are a directory and a part of the names of the measurements to run.
 */
final class StoreBenchmark {
    private static final Instant DAY = Instant.parse("2025-06-01T00:00:00Z");
    private static final int DOCUMENTS = 100_000;

    /** The second argument: only measurements with this text in their name run, and those that they need. */
    private static String only = "";

    private final MongoCollection<Document> collection;
    private final Random random = new Random(42);

    private StoreBenchmark(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    public static void main(String[] args) throws Exception {
        Path directory = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("store-bench");
        only = args.length > 1 ? args[1] : "";
        Path file = directory.resolve("bench.mv");
        Files.deleteIfExists(file);
        try (EmbeddedDocumentStore store = EmbeddedDocumentStore.start(file, "127.0.0.1", 0);
                MongoClient client = MongoClients.create(store.uri())) {
            new StoreBenchmark(client.getDatabase("bench").getCollection("matters")).run();
            System.out.printf("file before close: %,d bytes%n", Files.size(file));
        }
        System.out.printf("file after close:  %,d bytes%n", Files.size(file));
        long start = System.nanoTime();
        EmbeddedDocumentStore.start(file, "127.0.0.1", 0).close();
        System.out.printf("open and close again: %d ms%n", (System.nanoTime() - start) / 1_000_000);
    }

    private void run() throws Exception {
        collection.createIndex(Indexes.ascending("status"));
        collection.createIndex(Indexes.ascending("community", "day"));
        collection.createIndex(
                Indexes.ascending("pendingSince"),
                new IndexOptions().partialFilterExpression(Filters.exists("pendingSince")));
        measure("warm-up insertMany", 20_000, n -> insertMany("w", n, 500));
        measure("insertMany(500)", DOCUMENTS, n -> insertMany("m", n, 500));
        measure("bulkWrite(500) of updateOne by _id", 35_000, n -> bulk(n, false));
        measure("bulkWrite(500) of upserts", 65_000, n -> bulk(n, true));
        measure("updateMany _id $in 500", 35_000, this::updateMany);
        measure("insertOne, one writer", 20_000, n -> insertOne("s", n));
        measureParallel("insertOne, 32 writers", 64_000, n -> insertOne("p" + n, 2_000));
        measureParallel("updateOne by _id, 32 writers", 64_000, n -> updateOne(2_000));
        measure(
                "find by _id",
                20_000,
                n -> repeat(n, i -> readFirst(Filters.eq("m" + key(random.nextInt(DOCUMENTS))))));
        measure(
                "find by community and day (about 30 documents)",
                2_000,
                n -> repeat(
                        n,
                        i -> readAll(Filters.and(Filters.eq("community", i % 37), Filters.eq("day", "day" + i % 90)))));
        measure("find status, _id > cursor, sort _id, limit 50", 2_000, n -> repeat(n, i -> readPage(i)));
        measure(
                "find pendingSince < date (a few documents)",
                1_000,
                n -> repeat(n, i -> readAll(Filters.lt("pendingSince", Date.from(DAY.plusSeconds(i % 50))))));
        measure("scan of all documents", (int) collection.countDocuments(), n -> readAll(new Document()));
    }

    private static void measure(String name, int count, IntConsumer work) {
        if (!name.contains("insertMany") && !name.contains(only)) {
            return;
        }
        long cpu = cpu();
        long start = System.nanoTime();
        work.accept(count);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%-50s %,9.0f/s %9.1f us each, %6.2f s, %6.2f s CPU%n",
                name, count / seconds, seconds / count * 1e6, seconds, (cpu() - cpu) / 1e9);
    }

    private static void measureParallel(String name, int count, IntConsumer worker) {
        measure(name, count, ignored -> {
            try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
                IntStream.range(0, 32).forEach(n -> threads.execute(() -> worker.accept(n)));
            }
        });
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void repeat(int times, IntConsumer work) {
        IntStream.range(0, times).forEach(work);
    }

    private static String key(int i) {
        return String.format("%06d-%08x", i, i * 0x9E3779B9);
    }

    private Document matter(String id, int i) {
        Document matter = new Document("_id", id)
                .append("status", "s" + i % 5)
                .append("community", i % 37)
                .append("day", "day" + i / 37 % 90)
                .append("title", "楼道堆放杂物，影响通行 " + i)
                .append("reporter", new Document("name", "居民" + i % 1000).append("phone", "1380000" + i))
                .append("at", Date.from(DAY.plusSeconds(i)))
                .append(
                        "location",
                        new Document("type", "Point").append("coordinates", List.of(113.5 + i * 1e-6, 23.1)))
                .append("tags", List.of("环境", "安全"))
                .append(
                        "history",
                        List.of(
                                new Document("seq", 1)
                                        .append("type", "Reported")
                                        .append("by", "u" + i % 50),
                                new Document("seq", 2)
                                        .append("type", "Assigned")
                                        .append("by", "u" + i % 7)))
                .append("seq", 2L);
        return i % 20 == 0 ? matter.append("pendingSince", Date.from(DAY.plusSeconds(i))) : matter;
    }

    private void insertMany(String prefix, int count, int batch) {
        for (int from = 0; from < count; from += batch) {
            collection.insertMany(IntStream.range(from, from + batch)
                    .mapToObj(i -> matter(prefix + key(i), i))
                    .toList());
        }
    }

    private void bulk(int count, boolean upsert) {
        List<UpdateOneModel<Document>> updates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = upsert ? "u" + key(i) : "m" + key(random.nextInt(DOCUMENTS));
            updates.add(new UpdateOneModel<>(
                    Filters.eq(id),
                    Updates.combine(
                            Updates.set("status", "s" + random.nextInt(5)),
                            Updates.set("title", "更新 " + i),
                            Updates.inc("seq", 1)),
                    new UpdateOptions().upsert(upsert)));
            if (updates.size() == 500) {
                collection.bulkWrite(updates, new BulkWriteOptions().ordered(false));
                updates.clear();
            }
        }
    }

    private void updateMany(int count) {
        for (int from = 0; from < count; from += 500) {
            List<String> ids = IntStream.range(from, from + 500)
                    .mapToObj(i -> "m" + key(i))
                    .toList();
            collection.updateMany(Filters.in("_id", ids), Updates.set("relayed", true));
        }
    }

    private void insertOne(String prefix, int count) {
        repeat(count, i -> collection.insertOne(matter(prefix + key(i), i)));
    }

    private void updateOne(int count) {
        Random local = new Random();
        repeat(
                count,
                i -> collection.updateOne(
                        Filters.eq("m" + key(local.nextInt(DOCUMENTS))),
                        Updates.combine(Updates.set("status", "s" + local.nextInt(5)), Updates.inc("seq", 1))));
    }

    private void readFirst(org.bson.conversions.Bson filter) {
        if (collection.find(filter).first() == null) {
            throw new IllegalStateException("not found");
        }
    }

    private void readPage(int i) {
        collection
                .find(Filters.and(Filters.eq("status", "s" + i % 5), Filters.gt("_id", "m" + key(i * 40))))
                .sort(Sorts.ascending("_id"))
                .limit(50)
                .forEach(document -> {});
    }

    private void readAll(org.bson.conversions.Bson filter) {
        collection.find(filter).forEach(document -> {});
    }
}
