package org.yiqiao.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.contracts.Service;
import org.yiqiao.core.TestDatabase;
import org.yiqiao.core.TestLog;
import org.yiqiao.core.envelope.Envelope;

class RebuildTest {

    private static final String TOPIC = Service.GRID_MANAGEMENT.topic();
    private static final String LETTERS = Service.GRID_MANAGEMENT.deadLetterTopic();

    private final String town = UUID.randomUUID().toString();
    private final String a = town + "-a";
    private final String b = town + "-b";
    private final MongoDatabase database = TestDatabase.fresh();
    private final MongoCollection<Document> documents = database.getCollection("Holders");
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(TestLog.CONNECTION, new ByteArraySerializer(), new ByteArraySerializer());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Feeds feeds = new Feeds(database, new DeadLetters(producer), meters);
    private final Holders holders = new Holders();
    private final Feed<?, ?> feed = feeds.of(holders);
    private final LogReader log = emptyLog();
    private final Rebuilds rebuilds = new Rebuilds(feeds, TestLog.CONNECTION, Clock.systemUTC());

    private static LogReader emptyLog() {
        try {
            TestLog.prepare(Service.GRID_MANAGEMENT);
            TestLog.clear(Service.GRID_MANAGEMENT);
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
        return new LogReader(TestLog.CONNECTION, TOPIC);
    }

    @BeforeEach
    void twoPosts() {
        publish(a, 1);
        publish(b, 1);
        publish(a, 2);
        log.readOn(feed::accept);
        holders.settled.clear();
    }

    @AfterEach
    void close() {
        rebuilds.close();
        log.close();
        producer.close();
    }

    @Test
    void whatIsRightIsLeftAlone() {
        assertThat(rebuilt().corrected()).isZero();
        assertThat(holders.settled).isEmpty();
        assertThat(row(a)).isEqualTo(new Row<>(a, 2, new Holders.Holder("chief-2", 2)));
    }

    @Test
    void aDamagedRowIsMended() {
        documents.updateOne(Filters.eq(a), Updates.set("row.person", "nobody"));
        documents.updateOne(Filters.eq(b), Updates.set("row", "not even a row"));

        assertThat(rebuilt().corrected()).isEqualTo(2);

        assertThat(row(a)).isEqualTo(new Row<>(a, 2, new Holders.Holder("chief-2", 2)));
        assertThat(row(b)).isEqualTo(new Row<>(b, 1, new Holders.Holder("chief-1", 1)));
        assertThat(feeds.rows(holders).versions()).containsEntry(a, new RowStore.Version(2, 1));
    }

    @Test
    void aRowThatWouldTakeNoMoreEventsIsMended() {
        documents.updateOne(Filters.eq(a), Updates.set("lastSeq", 99L));
        documents.updateOne(Filters.eq(b), Updates.set("lastSeq", "damaged"));

        assertThat(rebuilt().corrected()).isEqualTo(2);

        publish(a, 3);
        log.readOn(feed::accept);
        assertThat(row(a)).isEqualTo(new Row<>(a, 3, new Holders.Holder("chief-3", 3)));
        assertThat(row(b).lastSeq()).isEqualTo(1);
    }

    @Test
    void aMissingRowComesBack() {
        documents.deleteMany(new Document());

        Rebuild rebuild = rebuilt();

        assertThat(rebuild.corrected()).isEqualTo(2);
        assertThat(rebuild.rows()).isEqualTo(2);
        assertThat(rebuild.read()).isEqualTo(3);
        assertThat(rebuild.of()).isEqualTo(3);
        assertThat(row(a).lastSeq()).isEqualTo(2);
    }

    @Test
    void aRowOfAnAggregateThatTheLogDoesNotKnowGoes() {
        documents.insertOne(new Document("_id", "ghost-" + town)
                .append("lastSeq", 4L)
                .append("row", new Document("person", "ghost").append("number", 4)));

        assertThat(rebuilt().removed()).isEqualTo(1);

        assertThat(row("ghost-" + town).lastSeq()).isZero();
        assertThat(holders.settled).contains("ghost");
    }

    @Test
    void aProjectionWhoseCodeChangedGetsItsNewRowsAndWhatDependsOnThemIsSettled() {
        holders.title = "Chief ";

        rebuilt();

        assertThat(row(a).content()).isEqualTo(new Holders.Holder("Chief chief-2", 2));
        assertThat(holders.settled).contains("chief-2", "Chief chief-2");
    }

    @Test
    void whatAKilledRebuildDidNotSettleTheNextOneSettles() {
        database.getCollection("Holders.unsettled")
                .insertOne(new Document("_id", new ObjectId())
                        .append(
                                "document",
                                new Document("_id", a)
                                        .append("lastSeq", 2L)
                                        .append("row", new Document("person", "before").append("number", 2))));

        rebuilt();

        assertThat(holders.settled).contains("before");
    }

    @Test
    void nothingIsLeftOverAndTheFeedsFiguresAreItsOwn() {
        double applied = applied();
        database.getCollection("Holders.rebuild-" + new ObjectId("000000000000000000000001"))
                .insertOne(new Document("_id", "left over"));
        documents.deleteMany(new Document());

        rebuilt();

        assertThat(database.listCollectionNames()).noneMatch(name -> name.contains("rebuild-"));
        assertThat(applied()).isEqualTo(applied);
    }

    @Test
    void deadLettersAndWhatWaitsForThemStayAsTheyAre() {
        poisoned();

        assertThat(rebuilt().corrected()).isZero();

        assertThat(row(a).lastSeq()).isEqualTo(2);
        assertThat(feeds.parking().count("Holders")).isEqualTo(1);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void whatDoesNotPoisonAnyMoreIsAppliedAndWaitsNoLonger() {
        poisoned();
        holders.poison = null;

        assertThat(rebuilt().corrected()).isEqualTo(1);

        assertThat(row(a)).isEqualTo(new Row<>(a, 4, new Holders.Holder("chief-4", 4)));
        assertThat(feeds.parking().count("Holders")).isZero();
    }

    @Test
    void aReplayedDeadLetterStaysInTheRow() {
        poisoned();
        holders.poison = null;
        assertThat(feed.replay(letters().getFirst())).isTrue();
        assertThat(rebuilt().corrected()).isZero();

        holders.poison = "chief-3";
        Rebuild poisonedAgain = rebuilt();

        assertThat(poisonedAgain.corrected()).isZero();
        assertThat(poisonedAgain.left()).isEqualTo(1);
        assertThat(row(a).lastSeq()).isEqualTo(4);
    }

    @Test
    void whatOnlyAReplayedDeadLetterSaysIsSaidAgain() {
        send(TOPIC, a, 3, "{broken");
        log.readOn(feed::accept);
        send(LETTERS, a, 3, json("mended"));
        assertThat(feed.replay(letters().getLast())).isTrue();
        documents.updateOne(Filters.eq(a), Updates.set("row.person", "nobody"));

        assertThat(rebuilt().corrected()).isEqualTo(1);

        assertThat(row(a)).isEqualTo(new Row<>(a, 3, new Holders.Holder("mended", 3)));
    }

    @Test
    void whatTheLogRepeatsIsAppliedOnce() {
        for (long seq : new long[] {1, 2, 3, 1, 2, 3}) {
            publish(a, seq);
        }
        log.readOn(feed::accept);
        documents.deleteOne(Filters.eq(a));

        rebuilt();

        assertThat(row(a)).isEqualTo(new Row<>(a, 3, new Holders.Holder("chief-3", 3)));
    }

    @Test
    void whoAsksWhileARebuildRunsIsLedToIt() {
        CountDownLatch go = new CountDownLatch(1);
        holders.pause = go::await;

        Rebuild first = rebuilds.start(holders);
        Rebuild second = rebuilds.start(holders);
        go.countDown();

        assertThat(second.started()).isEqualTo(first.started());
        assertThat(ended().started()).isEqualTo(first.started());
        assertThat(rebuilds.of("Nobody")).isEmpty();
    }

    @Test
    void aRebuildThatFailsSaysWhy() {
        try (Rebuilds lost = new Rebuilds(feeds, Map.of("bootstrap.servers", "nowhere.invalid:1"), Clock.systemUTC())) {
            lost.start(holders);

            await().until(() -> lost.of("Holders").orElseThrow().state() != Rebuild.State.RUNNING);

            assertThat(lost.of("Holders").orElseThrow().state()).isEqualTo(Rebuild.State.FAILED);
            assertThat(lost.of("Holders").orElseThrow().failure()).contains("Kafka");
        }
    }

    @Test
    void whileEventsKeepComingRowsBecomeRightAndNoneGoesBack() {
        int posts = 30;
        int changes = 60;
        for (int post = 0; post < posts; post++) {
            publish(town + "-" + post, 1);
        }
        log.readOn(feed::accept);
        documents.updateMany(Filters.regex("_id", town), Updates.set("row.number", -1_000_000));
        documents.deleteMany(Filters.regex("_id", town + "-1."));
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger fed = new AtomicInteger();
        AtomicInteger watched = new AtomicInteger();
        var publishing = beside(() -> {
            for (long seq = 2; seq <= changes; seq++) {
                for (int post = 0; post < posts; post++) {
                    publish(town + "-" + post, seq);
                }
            }
        });
        var feeding = beside(() -> {
            while (!over.get()) {
                log.readOn(feed::accept);
                fed.incrementAndGet();
            }
        });
        var watching = beside(() -> {
            Map<String, Long> seen = new HashMap<>();
            while (!over.get()) {
                feeds.rows(holders).versions().forEach((id, version) -> assertThat(version.lastSeq())
                        .isGreaterThanOrEqualTo(seen.getOrDefault(id, 0L))
                        .satisfies(seq -> seen.put(id, seq)));
                watched.incrementAndGet();
            }
        });
        int rounds = 0;
        while (!publishing.isDone() || rounds == 0) {
            assertThat(rebuilt().state()).isEqualTo(Rebuild.State.DONE);
            rounds++;
        }
        assertThat(fed).hasPositiveValue();
        assertThat(watched).hasPositiveValue();
        publishing.join();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> row(town + "-" + (posts - 1)).lastSeq() == changes);
        over.set(true);
        feeding.join();
        watching.join();
        log.readOn(feed::accept);

        for (int post = 0; post < posts; post++) {
            assertThat(row(town + "-" + post).content()).isEqualTo(new Holders.Holder("chief-" + changes, changes));
        }
    }

    @Test
    void aggregatesThatWaitAndSuchThatDoNotAreFoldedTogether() {
        int posts = 20;
        holders.poison = "poison";
        for (int post = 0; post < posts; post++) {
            String id = town + "-" + post;
            publish(id, 1);
            send(TOPIC, id, 2, json(post % 2 == 0 ? "poison" : "chief-2"));
            publish(id, 3);
        }
        log.readOn(feed::accept);
        documents.deleteMany(new Document());

        rebuilt();

        for (int post = 0; post < posts; post++) {
            long reached = post % 2 == 0 ? 1 : 3;
            assertThat(row(town + "-" + post))
                    .isEqualTo(new Row<>(
                            town + "-" + post, reached, new Holders.Holder("chief-" + reached, (int) reached)));
        }
        assertThat(feeds.parking().count("Holders")).isEqualTo(posts / 2);
    }

    /** On a thread of its own: the common pool may have only one. */
    private static CompletableFuture<Void> beside(Runnable task) {
        return CompletableFuture.runAsync(
                task, started -> Thread.ofPlatform().daemon().start(started));
    }

    /** The third event of {@code a} cannot be applied, the fourth waits for it. */
    private void poisoned() {
        holders.poison = "chief-3";
        publish(a, 3);
        publish(a, 4);
        log.readOn(feed::accept);
        assertThat(feeds.parking().count("Holders")).isEqualTo(1);
    }

    private Rebuild rebuilt() {
        rebuilds.start(holders);
        return ended();
    }

    private Rebuild ended() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> rebuilds.of("Holders").orElseThrow().ended() != null);
        Rebuild rebuild = rebuilds.of("Holders").orElseThrow();
        assertThat(rebuild.failure()).isNull();
        return rebuild;
    }

    private Row<Holders.Holder> row(String id) {
        return feeds.rows(holders).load(List.of(id)).getOrDefault(id, Row.none(id));
    }

    private double applied() {
        return meters.get("yiqiao.feed.records")
                .tag("outcome", "applied")
                .counter()
                .count();
    }

    private List<ConsumerRecord<String, byte[]>> letters() {
        return TestLog.read(LETTERS, record -> a.equals(record.key()));
    }

    private void publish(String id, long seq) {
        send(TOPIC, id, seq, json("chief-" + seq));
    }

    private static String json(String person) {
        return "{\"grid\":\"g\",\"person\":\"" + person + "\"}";
    }

    private void send(String topic, String id, long seq, String json) {
        var record =
                new ProducerRecord<>(topic, id.getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = new HashMap<>(Map.of(
                "ce_id",
                id + "-" + seq,
                "ce_source",
                "/grid-management/grid-post/" + id,
                "ce_type",
                "org.yiqiao.grid.GridChiefAppointed.v1",
                "ce_subject",
                id,
                "ce_time",
                "2026-01-01T00:00:00Z",
                "ce_recordedtime",
                "2026-01-01T00:00:00Z",
                "ce_sequence",
                "%019d".formatted(seq),
                "ce_correlationid",
                "c",
                DeadLetters.SUBSCRIBER,
                "Holders"));
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** Who holds a post, and how many have. */
    static final class Holders implements Projection<GridPostEvent, Holders.Holder> {

        private final List<String> settled = new CopyOnWriteArrayList<>();
        private volatile String title = "";
        private volatile @Nullable String poison;
        private volatile Pause pause = () -> {};

        /** Where an event waits for the test. */
        private interface Pause {
            void pass() throws InterruptedException;
        }

        public record Holder(String person, int number) {}

        @Override
        public Class<GridPostEvent> events() {
            return GridPostEvent.class;
        }

        @Override
        public Class<Holder> row() {
            return Holder.class;
        }

        @Override
        public @Nullable Holder apply(@Nullable Holder holder, Envelope<? extends GridPostEvent> event) {
            try {
                pause.pass();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return switch (event.event()) {
                case GridChiefAppointed(var grid, var person, var name) -> {
                    if (person.equals(poison)) {
                        throw new IllegalStateException("poisoned");
                    }
                    yield new Holder(title + person, holder == null ? 1 : holder.number() + 1);
                }
                case GridChiefRelieved relieved -> null;
            };
        }

        @Override
        public void settle(List<Row<Holder>> touched) {
            List<String> persons = new ArrayList<>();
            touched.forEach(row -> {
                if (row.content() instanceof Holder(var person, var number)) {
                    persons.add(person);
                }
            });
            settled.addAll(persons);
        }
    }
}
