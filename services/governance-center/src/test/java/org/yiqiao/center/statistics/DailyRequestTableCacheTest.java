package org.yiqiao.center.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yiqiao.core.processing.ProjectionRow;
import org.yiqiao.core.processing.RowStore;
import org.yiqiao.testkit.TestBackends;

class DailyRequestTableCacheTest {

    private static final String DAY = "2026-01-31";
    private static final String FIRST = "";
    private static final String LAST = "9999-12-31";

    /** The commands sent to the database, as {@code name collection}. */
    private final ConcurrentLinkedQueue<String> commands = new ConcurrentLinkedQueue<>();

    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(TestBackends.shared().mongodbUri()))
            .addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    if (event.getCommand().get(event.getCommandName()) instanceof BsonString collection) {
                        commands.add(event.getCommandName() + " " + collection.getValue());
                    }
                }
            })
            .build());
    private final MongoDatabase database = client.getDatabase("test-" + UUID.randomUUID());
    private final RowStore<MeasuredRequest> rows =
            new RowStore<>(database, "RequestRows", MeasuredRequest.class, List.of("day"));
    private final DailyRequestTableCache tables = new DailyRequestTableCache(database);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void readIncludesEveryRowMarkedBefore() {
        saveRequest("a", DAY);
        saveRequest("b", "2026-02-01");
        assertThat(total(tables)).isEqualTo(2);

        saveRequest("c", DAY);

        assertThat(total(tables)).isEqualTo(3);
        assertThat(total(tables, DAY, DAY)).isEqualTo(2);
    }

    @Test
    void changedRowUpdatesTable() {
        saveRequest("a", DAY);
        assertThat(openCount(tables)).isEqualTo(1);

        rows.save(List.of(
                rows.createUpdate(1, new ProjectionRow<>("a", 2, requestOn(DAY).withClosedAt(Instant.EPOCH)))));
        tables.markChanged(List.of(DAY));

        assertThat(openCount(tables)).isZero();
        assertThat(total(tables)).isEqualTo(1);
    }

    @Test
    void markingDaysIsOneWrite() {
        IntStream.range(0, 500).forEach(i -> saveRequest("r" + i, DAY));
        assertThat(total(tables)).isEqualTo(500);
        commands.clear();

        tables.markChanged(List.of(DAY, "2026-02-01"));

        assertThat(commands).containsExactly("update DayMarks");
    }

    @Test
    void tableIsRebuiltOnlyAfterDayIsMarked() {
        saveRequest("a", DAY);
        assertThat(total(tables)).isEqualTo(1);
        commands.clear();

        assertThat(total(tables)).isEqualTo(1);

        assertThat(commands).doesNotContain("find RequestRows");
    }

    @Test
    void concurrentReadersShareOneRebuild() throws Exception {
        saveRequest("a", DAY);
        commands.clear();
        int readers = 8;
        CyclicBarrier barrier = new CyclicBarrier(readers);

        List<Integer> totals = runInParallel(readers, () -> {
            barrier.await();
            return total(tables);
        });

        assertThat(totals).hasSize(readers).containsOnly(1);
        assertThat(commands).containsOnlyOnce("find RequestRows");
    }

    @Test
    void dayWithoutRowsIsRebuiltOnce() {
        saveRequest("a", DAY);
        assertThat(total(tables)).isEqualTo(1);
        database.getCollection("RequestRows").deleteMany(new Document());
        tables.markChanged(List.of(DAY, "2026-02-01"));
        assertThat(total(tables)).isZero();
        commands.clear();

        assertThat(total(tables)).isZero();

        assertThat(commands).doesNotContain("find RequestRows");
    }

    @Test
    void tableOfEarlierVersionIsRebuilt() {
        saveRequest("a", DAY);
        database.getCollection("DayMarks").deleteMany(new Document());
        database.getCollection("DaySheets")
                .insertOne(new Document("_id", DAY)
                        .append("counter", 3L)
                        .append("sheet", new Document("requested", List.of())));

        assertThat(total(tables)).isEqualTo(1);
    }

    @Test
    void totalsOfTwoInstancesAreMonotonicAndComplete() throws Exception {
        int requests = 300;
        AtomicInteger saved = new AtomicInteger();
        List<DailyRequestTableCache> instances = List.of(tables, new DailyRequestTableCache(database));
        AtomicInteger highestTotal = new AtomicInteger();
        AtomicInteger nextReader = new AtomicInteger();

        List<Integer> totals = runInParallel(5, () -> {
            int reader = nextReader.getAndIncrement();
            if (reader == 0) {
                for (int i = 0; i < requests; i++) {
                    saveRequest("r" + i, DAY);
                    saved.incrementAndGet();
                }
                return requests;
            }
            int total = 0;
            while (total < requests) {
                int minimum = Math.max(saved.get(), highestTotal.get());
                total = total(instances.get(reader % 2));
                assertThat(total).isGreaterThanOrEqualTo(minimum);
                highestTotal.accumulateAndGet(total, Math::max);
            }
            return total;
        });

        assertThat(totals).containsOnly(requests);
    }

    private void saveRequest(String id, String day) {
        assertThat(rows.save(List.of(rows.createUpdate(0, new ProjectionRow<>(id, 1, requestOn(day))))))
                .isTrue();
        tables.markChanged(List.of(day));
    }

    private static MeasuredRequest requestOn(String day) {
        return new MeasuredRequest("Noise", "330109106", List.of("330109106"), Instant.parse(day + "T08:00:00Z"));
    }

    private static int total(DailyRequestTableCache tables) {
        return total(tables, FIRST, LAST);
    }

    private static int total(DailyRequestTableCache tables, String first, String last) {
        List<DailyRequestTable> read = new ArrayList<>();
        tables.forEachBetween(first, last, read::add);
        return read.stream().mapToInt(DailyRequestTable::size).sum();
    }

    private static long openCount(DailyRequestTableCache tables) {
        List<DailyRequestTable> read = new ArrayList<>();
        tables.forEachBetween(FIRST, LAST, read::add);
        return read.stream()
                .flatMap(table -> IntStream.range(0, table.size()).mapToObj(i -> Map.entry(table, i)))
                .filter(row -> row.getKey().closed().get(row.getValue()) == DailyRequestTable.NOT_CLOSED)
                .count();
    }

    private static List<Integer> runInParallel(int threads, Callable<Integer> work) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> done : executor.invokeAll(
                    IntStream.range(0, threads).mapToObj(ignored -> work).toList())) {
                results.add(done.get());
            }
            return results;
        }
    }
}
