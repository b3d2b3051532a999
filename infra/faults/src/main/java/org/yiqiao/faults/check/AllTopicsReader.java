package org.yiqiao.faults.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.processing.DeadLetterPublisher;

/** Reads all records and dead letters of all topics; each read continues at the end of the previous one. */
final class AllTopicsReader implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicRecord> records = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    AllTopicsReader(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (PlatformService service : PlatformService.values()) {
            for (int partition = 0; partition < PlatformService.PARTITION_COUNT; partition++) {
                partitions.add(new TopicPartition(service.topic(), partition));
                partitions.add(new TopicPartition(service.deadLetterTopic(), partition));
            }
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads up to the current end of the topics. */
    void readToEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(this::add);
        }
    }

    List<TopicRecord> records() {
        return List.copyOf(records);
    }

    List<DeadLetter> deadLetters() {
        return List.copyOf(deadLetters);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().endsWith(".dlt")) {
            deadLetters.add(toDeadLetter(record));
        } else {
            records.add(new TopicRecord(
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    eventKey(record),
                    header(record, "ce_type"),
                    time(record),
                    digest(record),
                    record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8)));
        }
    }

    private static DeadLetter toDeadLetter(ConsumerRecord<byte[], byte[]> record) {
        String topic = header(record, DeadLetterPublisher.TOPIC_HEADER);
        String partition = header(record, DeadLetterPublisher.PARTITION_HEADER);
        String offset = header(record, DeadLetterPublisher.OFFSET_HEADER);
        return new DeadLetter(
                header(record, DeadLetterPublisher.SUBSCRIBER_HEADER),
                topic.isEmpty() || partition.isEmpty() || offset.isEmpty()
                        ? null
                        : new TopicRecord.Position(topic, Integer.parseInt(partition), Long.parseLong(offset)),
                header(record, DeadLetterPublisher.CAUSE_HEADER));
    }

    private static @Nullable EventIdentity eventKey(ConsumerRecord<?, ?> record) {
        String[] source = header(record, "ce_source").split("/", -1);
        String subject = header(record, "ce_subject");
        String sequence = header(record, "ce_sequence");
        return source.length < 3
                        || subject.isEmpty()
                        || !sequence.matches("[+-]?\\d{1,19}")
                        || header(record, "ce_type").isEmpty()
                ? null
                : new EventIdentity(source[2], subject, Long.parseLong(sequence));
    }

    private static @Nullable Instant time(ConsumerRecord<?, ?> record) {
        try {
            return OffsetDateTime.parse(header(record, "ce_time")).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String digest(ConsumerRecord<byte[], byte[]> record) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Objects.requireNonNullElse(record.key(), new byte[0]));
            record.headers().forEach(header -> {
                digest.update(header.key().getBytes(StandardCharsets.UTF_8));
                digest.update(Objects.requireNonNullElse(header.value(), new byte[0]));
            });
            digest.update(Objects.requireNonNullElse(record.value(), new byte[0]));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
