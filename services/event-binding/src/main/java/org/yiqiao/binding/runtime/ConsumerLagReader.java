package org.yiqiao.binding.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.processing.EventHandler;
import org.yiqiao.core.processing.RetryLaterException;

/** How far subscribers of this service are behind their topics. */
public final class ConsumerLagReader implements AutoCloseable {

    private final Admin admin;
    private final PlatformService consumer;

    ConsumerLagReader(KafkaClientSettings kafka, PlatformService consumer) {
        this.admin = Admin.create(kafka.properties());
        this.consumer = consumer;
    }

    /**
     * Where a subscriber stands.
     *
     * @param consumed records of its topic that it has taken, ever
     * @param remaining records that it has still to take
     */
    public record ConsumerProgress(long consumed, long remaining) {}

    /** @throws RetryLaterException if the broker does not tell */
    public ConsumerProgress read(EventHandler<?> subscriber) {
        String topic = subscriber.sourceService().topic();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int partition = 0; partition < PlatformService.PARTITION_COUNT; partition++) {
            latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        try {
            Map<TopicPartition, OffsetAndMetadata> taken = admin.listConsumerGroupOffsets(consumerGroup(subscriber))
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    admin.listOffsets(latest).all().get();
            long done = taken.values().stream()
                    .filter(Objects::nonNull)
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
            long all = ends.values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
            return new ConsumerProgress(done, Math.max(0, all - done));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryLaterException("Interrupted while asking for offsets");
        } catch (ExecutionException e) {
            throw new RetryLaterException("The broker does not tell its offsets: " + e.getCause());
        }
    }

    /** The consumer group of a subscriber. */
    public String consumerGroup(EventHandler<?> subscriber) {
        return consumer.id() + "." + subscriber.name();
    }

    @Override
    public void close() {
        admin.close();
    }
}
