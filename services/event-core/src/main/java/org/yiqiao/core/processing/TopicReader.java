package org.yiqiao.core.processing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads a whole topic in batches, without a consumer group. Batches are small, because each garbage collection copies
 * the objects that a batch keeps alive, which makes larger batches slower.
 */
final class TopicReader implements AutoCloseable {

    private static final int BATCH_RECORDS = 1_000;
    private static final int BATCH_BYTES = 4 << 20;

    /**
     * Maximum wait of a fetch. At the end of the topic there is nothing to wait for, and closing waits for the fetch
     * too.
     */
    private static final Duration WAIT_AT_END = Duration.ofMillis(20);

    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);

    private final String topic;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private long first;
    private long end;

    TopicReader(Map<String, Object> connection, String topic) {
        this.topic = topic;
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH_RECORDS);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, BATCH_BYTES);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, BATCH_BYTES / 4);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Math.toIntExact(WAIT_AT_END.toMillis()));
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Returns the number of records that the topic held when its end was last determined. */
    long recordCount() {
        return end - first;
    }

    /**
     * Reads on to the current end of the topic, one batch ahead of the reader.
     *
     * @throws RetryLaterException if the broker returns no records for a minute
     */
    void readToEnd(Consumer<List<ConsumerRecord<String, byte[]>>> reader) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        end = sum(ends);
        first = sum(consumer.beginningOffsets(partitions));
        BatchPrefetcher.forEachBatch(() -> nextBatch(ends), reader);
    }

    /** Returns the next records before the ends; empty if there are none left. */
    private List<ConsumerRecord<String, byte[]>> nextBatch(Map<TopicPartition, Long> ends) {
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
        long bytes = 0;
        long lastReceived = System.nanoTime();
        while (batch.size() < BATCH_RECORDS && bytes < BATCH_BYTES && hasRemaining(ends)) {
            ConsumerRecords<String, byte[]> polled = consumer.poll(Duration.ofMillis(500));
            if (!polled.isEmpty()) {
                lastReceived = System.nanoTime();
            } else if (System.nanoTime() - lastReceived > IDLE_TIMEOUT.toNanos()) {
                throw new RetryLaterException("The broker returns no records of " + topic);
            }
            for (ConsumerRecord<String, byte[]> record : polled) {
                batch.add(record);
                bytes += Math.max(0, record.serializedValueSize());
            }
        }
        return batch;
    }

    private boolean hasRemaining(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
