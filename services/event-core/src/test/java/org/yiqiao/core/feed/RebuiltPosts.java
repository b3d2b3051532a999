package org.yiqiao.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.yiqiao.contracts.Service;
import org.yiqiao.core.TestDatabase;
import org.yiqiao.core.TestLog;

/** Two posts of a town in log and rows, and rebuilds of these rows. */
abstract class RebuiltPosts {

    static final String TOPIC = Service.GRID_MANAGEMENT.topic();
    static final String LETTERS = Service.GRID_MANAGEMENT.deadLetterTopic();

    final String town = UUID.randomUUID().toString();
    final String a = town + "-a";
    final String b = town + "-b";
    final MongoDatabase database = TestDatabase.fresh();
    final MongoCollection<Document> documents = database.getCollection("Holders");
    final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(TestLog.CONNECTION, new ByteArraySerializer(), new ByteArraySerializer());
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Feeds feeds = new Feeds(database, new DeadLetters(producer), meters);
    final Holders holders = new Holders();
    final Feed<?, ?> feed = feeds.of(holders);
    final LogReader log = emptyLog();
    final Rebuilds rebuilds = new Rebuilds(feeds, TestLog.CONNECTION, Clock.systemUTC());

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

    Rebuild rebuilt() {
        rebuilds.start(holders);
        return ended();
    }

    Rebuild ended() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> rebuilds.of("Holders").orElseThrow().ended() != null);
        Rebuild rebuild = rebuilds.of("Holders").orElseThrow();
        assertThat(rebuild.failure()).isNull();
        return rebuild;
    }

    Row<Holders.Holder> row(String id) {
        return feeds.rows(holders).load(List.of(id)).getOrDefault(id, Row.none(id));
    }

    void publish(String id, long seq) {
        send(TOPIC, id, seq, json("chief-" + seq));
    }

    static String json(String person) {
        return "{\"grid\":\"g\",\"person\":\"" + person + "\"}";
    }

    void send(String topic, String id, long seq, String json) {
        var record =
                new ProducerRecord<>(topic, id.getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.UTF_8));
        Appointment.describe(record.headers(), id, seq);
        record.headers().add(DeadLetters.SUBSCRIBER, "Holders".getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
