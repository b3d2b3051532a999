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

/** Replays the dead letters of an event handler after their cause is fixed. */
public final class DeadLetterReplay {

    private final Map<String, Object> connection;

    public DeadLetterReplay(Map<String, Object> connection) {
        this.connection = Map.copyOf(connection);
    }

    /**
     * The result of a replay.
     *
     * @param subscriber name of the event handler
     * @param read dead letters of this event handler
     * @param taken number of those that are applied now or were applied before
     */
    public record ReplayReport(String subscriber, int read, int taken) {}

    /** Replays all dead letters that the topic holds now for the event handler of a processor. */
    public ReplayReport replay(EventProcessor<?, ?> processor) {
        int read = 0;
        int taken = 0;
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            String topic = processor.eventHandler().sourceService().deadLetterTopic();
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<String, byte[]> deadLetter : consumer.poll(Duration.ofMillis(200))) {
                    if (processor
                            .eventHandler()
                            .name()
                            .equals(header(deadLetter, DeadLetterPublisher.SUBSCRIBER_HEADER))) {
                        read++;
                        taken += processor.replay(deadLetter) ? 1 : 0;
                    }
                }
            }
        }
        return new ReplayReport(processor.eventHandler().name(), read, taken);
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
