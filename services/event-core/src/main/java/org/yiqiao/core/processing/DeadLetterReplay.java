package org.yiqiao.core.processing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Gives a subscriber its dead letters once more, after what made them die was mended. */
public final class DeadLetterReplay {

    private final Map<String, Object> connection;

    public DeadLetterReplay(Map<String, Object> connection) {
        this.connection = Map.copyOf(connection);
    }

    /**
     * @param read dead letters of this subscriber
     * @param taken of those, how many are applied now (or had been before)
     */
    public record ReplayReport(String subscriber, int read, int taken) {}

    public ReplayReport replay(EventProcessor<?, ?> feed) {
        int read = 0;
        int taken = 0;
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            String topic = feed.eventHandler().sourceService().deadLetterTopic();
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<String, byte[]> letter : consumer.poll(Duration.ofMillis(200))) {
                    if (feed.eventHandler().name().equals(header(letter, DeadLetterPublisher.SUBSCRIBER_HEADER))) {
                        read++;
                        taken += feed.replay(letter) ? 1 : 0;
                    }
                }
            }
        }
        return new ReplayReport(feed.eventHandler().name(), read, taken);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
