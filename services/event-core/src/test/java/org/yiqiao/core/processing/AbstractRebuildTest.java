package org.yiqiao.core.processing;

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
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.TestDatabase;
import org.yiqiao.core.TestTopics;
import org.yiqiao.testkit.records.AppointmentHeaders;

/** Base class for tests of rebuilds: two posts of a town in the topic and in rows. */
abstract class AbstractRebuildTest {

    static final String TOPIC = PlatformService.GRID_MANAGEMENT.topic();
    static final String DEAD_LETTER_TOPIC = PlatformService.GRID_MANAGEMENT.deadLetterTopic();

    final String town = UUID.randomUUID().toString();
    final String a = town + "-a";
    final String b = town + "-b";
    final MongoDatabase database = TestDatabase.create();
    final MongoCollection<Document> documents = database.getCollection("Holders");
    final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(TestTopics.CONNECTION, new ByteArraySerializer(), new ByteArraySerializer());
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final EventProcessorFactory processorFactory =
            new EventProcessorFactory(database, new DeadLetterPublisher(producer), meters);
    final Holders holders = new Holders();
    final EventProcessor<?, ?> processor = processorFactory.create(holders);
    final TopicReader topicReader = createEmptyTopicReader();
    final RebuildService rebuildJobs = new RebuildService(processorFactory, TestTopics.CONNECTION, Clock.systemUTC());

    private static TopicReader createEmptyTopicReader() {
        try {
            TestTopics.createTopics(PlatformService.GRID_MANAGEMENT);
            TestTopics.deleteRecords(PlatformService.GRID_MANAGEMENT);
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
        return new TopicReader(TestTopics.CONNECTION, TOPIC);
    }

    @BeforeEach
    void publishTwoPosts() {
        publish(a, 1);
        publish(b, 1);
        publish(a, 2);
        topicReader.readToEnd(processor::process);
        holders.updatedPersons.clear();
    }

    @AfterEach
    void close() {
        rebuildJobs.close();
        topicReader.close();
        producer.close();
    }

    RebuildStatus rebuild() {
        rebuildJobs.start(holders);
        return awaitEnd();
    }

    RebuildStatus awaitEnd() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> rebuildJobs.findStatus("Holders").orElseThrow().ended() != null);
        RebuildStatus rebuild = rebuildJobs.findStatus("Holders").orElseThrow();
        assertThat(rebuild.failure()).isNull();
        return rebuild;
    }

    ProjectionRow<Holders.HolderRow> row(String id) {
        return processorFactory.rowStore(holders).load(List.of(id)).getOrDefault(id, ProjectionRow.empty(id));
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
        AppointmentHeaders.addTo(record.headers(), id, seq);
        record.headers().add(DeadLetterPublisher.SUBSCRIBER_HEADER, "Holders".getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
