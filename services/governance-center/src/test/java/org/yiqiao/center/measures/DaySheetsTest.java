package org.yiqiao.center.measures;

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
import org.yiqiao.core.feed.Row;
import org.yiqiao.core.feed.RowStore;
import org.yiqiao.testkit.Backends;

class DaySheetsTest {

    private static final String DAY = "2026-01-31";
    private static final String FIRST = "";
    private static final String LAST = "9999-12-31";

    /** The commands that the store was given, as {@code name collection}. */
    private final ConcurrentLinkedQueue<String> commands = new ConcurrentLinkedQueue<>();

    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(Backends.shared().mongodbUri()))
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
    private final RowStore<RequestRow> rows = new RowStore<>(database, "RequestRows", RequestRow.class, List.of("day"));
    private final DaySheets sheets = new DaySheets(database);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void figuresHaveEveryRowThatWasSettledBeforeTheQuestion() {
        request("a", DAY);
        request("b", "2026-02-01");
        assertThat(total(sheets)).isEqualTo(2);

        request("c", DAY);

        assertThat(total(sheets)).isEqualTo(3);
        assertThat(total(sheets, DAY, DAY)).isEqualTo(2);
    }

    @Test
    void aChangedRowChangesItsSheet() {
        request("a", DAY);
        assertThat(open(sheets)).isEqualTo(1);

        rows.save(List.of(rows.move(1, new Row<>("a", 2, on(DAY).closed(Instant.EPOCH)))));
        sheets.mark(List.of(DAY));

        assertThat(open(sheets)).isZero();
        assertThat(total(sheets)).isEqualTo(1);
    }

    @Test
    void settlingIsOneWriteHoweverManyRowsTheDayHas() {
        IntStream.range(0, 500).forEach(i -> request("r" + i, DAY));
        assertThat(total(sheets)).isEqualTo(500);
        commands.clear();

        sheets.mark(List.of(DAY, "2026-02-01"));

        assertThat(commands).containsExactly("update DayMarks");
    }

    @Test
    void aSheetIsMadeOnceForAllWhoReadItUntilItsDayIsMarked() {
        request("a", DAY);
        assertThat(total(sheets)).isEqualTo(1);
        commands.clear();

        assertThat(total(sheets)).isEqualTo(1);

        assertThat(commands).doesNotContain("find RequestRows");
    }

    @Test
    void thoseWhoAskAtOnceShareOneMaking() throws Exception {
        request("a", DAY);
        commands.clear();
        int readers = 8;
        CyclicBarrier together = new CyclicBarrier(readers);

        List<Integer> totals = inParallel(readers, () -> {
            together.await();
            return total(sheets);
        });

        assertThat(totals).hasSize(readers).containsOnly(1);
        assertThat(commands).containsOnlyOnce("find RequestRows");
    }

    @Test
    void aDayWhoseRowsHaveGoneIsEmptyAndNotMadeAgainAndAgain() {
        request("a", DAY);
        assertThat(total(sheets)).isEqualTo(1);
        database.getCollection("RequestRows").deleteMany(new Document());
        sheets.mark(List.of(DAY, "2026-02-01"));
        assertThat(total(sheets)).isZero();
        commands.clear();

        assertThat(total(sheets)).isZero();

        assertThat(commands).doesNotContain("find RequestRows");
    }

    @Test
    void aSheetThatAnEarlierProgramCountedIsMadeAnew() {
        request("a", DAY);
        database.getCollection("DayMarks").deleteMany(new Document());
        database.getCollection("DaySheets")
                .insertOne(new Document("_id", DAY)
                        .append("counter", 3L)
                        .append("sheet", new Document("requested", List.of())));

        assertThat(total(sheets)).isEqualTo(1);
    }

    @Test
    void figuresOfTwoInstancesNeverGoBackAndNeverLackWhatWasSettled() throws Exception {
        int requests = 300;
        AtomicInteger settled = new AtomicInteger();
        List<DaySheets> instances = List.of(sheets, new DaySheets(database));
        AtomicInteger seen = new AtomicInteger();
        AtomicInteger next = new AtomicInteger();

        List<Integer> totals = inParallel(5, () -> {
            int reader = next.getAndIncrement();
            if (reader == 0) {
                for (int i = 0; i < requests; i++) {
                    request("r" + i, DAY);
                    settled.incrementAndGet();
                }
                return requests;
            }
            int total = 0;
            while (total < requests) {
                int least = Math.max(settled.get(), seen.get());
                total = total(instances.get(reader % 2));
                assertThat(total).isGreaterThanOrEqualTo(least);
                seen.accumulateAndGet(total, Math::max);
            }
            return total;
        });

        assertThat(totals).containsOnly(requests);
    }

    private void request(String id, String day) {
        assertThat(rows.save(List.of(rows.move(0, new Row<>(id, 1, on(day)))))).isTrue();
        sheets.mark(List.of(day));
    }

    private static RequestRow on(String day) {
        return new RequestRow("Noise", "330109106", List.of("330109106"), Instant.parse(day + "T08:00:00Z"));
    }

    private static int total(DaySheets sheets) {
        return total(sheets, FIRST, LAST);
    }

    private static int total(DaySheets sheets, String first, String last) {
        List<DaySheet> read = new ArrayList<>();
        sheets.between(first, last, read::add);
        return read.stream().mapToInt(DaySheet::size).sum();
    }

    private static long open(DaySheets sheets) {
        List<DaySheet> read = new ArrayList<>();
        sheets.between(FIRST, LAST, read::add);
        return read.stream()
                .flatMap(sheet -> IntStream.range(0, sheet.size()).mapToObj(i -> Map.entry(sheet, i)))
                .filter(row -> row.getKey().closed().get(row.getValue()) == DaySheet.OPEN)
                .count();
    }

    private static List<Integer> inParallel(int threads, Callable<Integer> work) throws Exception {
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
