package org.yiqiao.bench.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the topic of a subject from its current end and records the arrival time of each event. */
public final class TopicArrivalRecorder implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final AtomicReference<@Nullable LoadRecorder> recorder = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean closing;

    public TopicArrivalRecorder(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().name("topic-watcher").start(this::pollUntilClosed);
    }

    void recordTo(LoadRecorder next) {
        recorder.set(next);
    }

    @Override
    public void close() {
        closing = true;
        ThreadJoiner.joinUninterruptibly(thread);
        consumer.close();
    }

    private void pollUntilClosed() {
        while (!closing) {
            var records = consumer.poll(Duration.ofMillis(100));
            LoadRecorder current = recorder.get();
            long now = MicrosecondClock.now();
            if (current != null) {
                for (ConsumerRecord<String, byte[]> record : records) {
                    current.recordLogged(record.key(), now);
                }
            }
        }
    }
}
