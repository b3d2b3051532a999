package org.yiqiao.faults.fault;

import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.outbox.KafkaEventPublisher;
import org.yiqiao.faults.cluster.TestCluster;

/** Writes records to topics without the services, as a defective, newer or foreign program could. */
public final class RecordInjector implements AutoCloseable {

    static final String TOPIC = PlatformService.RESIDENT_REQUESTS.topic();

    private final Map<String, Object> connection;
    private final KafkaProducer<byte[], byte[]> producer;

    public RecordInjector(Map<String, Object> connection) {
        this.connection = connection;
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, KafkaEventPublisher.MAX_EVENT_BYTES);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Returns an event of a case as the resident requests service publishes it. */
    static ProducerRecord<byte[], byte[]> eventRecord(String subject, long seq, String type, @Nullable String json) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(TOPIC, bytes(subject), json == null ? null : bytes(json));
        Instant now = Instant.now();
        Map.ofEntries(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", subject + "-" + seq),
                        Map.entry("ce_source", "/resident-requests/case/" + subject),
                        Map.entry("ce_type", "org.yiqiao.request." + type + ".v1"),
                        Map.entry("ce_time", now.toString()),
                        Map.entry("ce_subject", subject),
                        Map.entry("ce_sequence", "%019d".formatted(seq)),
                        Map.entry("ce_partitionkey", subject),
                        Map.entry("ce_recordedtime", now.toString()),
                        Map.entry("ce_correlationid", "planted"),
                        Map.entry("content-type", "application/json"))
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    static ProducerRecord<byte[], byte[]> withHeader(
            ProducerRecord<byte[], byte[]> record, String header, String value) {
        record.headers().remove(header);
        record.headers().add(header, bytes(value));
        return record;
    }

    void send(List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        records.forEach(record -> sent.add(producer.send(record)));
        producer.flush();
        sent.forEach(Future::resultNow);
    }

    /** Returns byte-identical copies of the last records in each partition of the requests' topic. */
    List<ProducerRecord<byte[], byte[]>> readLatest(int perPartition) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        List<ProducerRecord<byte[], byte[]>> latest = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(TOPIC, info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - perPartition)));
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    latest.add(new ProducerRecord<>(
                            TOPIC, record.partition(), null, record.key(), record.value(), record.headers()));
                }
            }
        }
        return latest;
    }

    /** Returns the sequence number of the last event of a request that the governance center has applied; 0 if none. */
    long lastAppliedSeq(TestCluster cluster, String id) {
        Document row = cluster.database(PlatformService.GOVERNANCE_CENTER)
                .getCollection("RequestRows")
                .find(Filters.eq(id))
                .first();
        return row == null ? 0 : Objects.requireNonNull(row.getLong("lastSeq"));
    }

    @Override
    public void close() {
        producer.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
