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

/** Reads the consumer lag of the event handlers of this service. Thread-safe. */
public final class ConsumerLagReader implements AutoCloseable {

    private final Admin admin;
    private final PlatformService service;

    ConsumerLagReader(KafkaClientSettings kafka, PlatformService service) {
        this.admin = Admin.create(kafka.properties());
        this.service = service;
    }

    /**
     * The progress of an event handler on its topic.
     *
     * @param consumed number of records consumed since the beginning of the topic
     * @param remaining number of records not consumed yet
     */
    public record ConsumerProgress(long consumed, long remaining) {}

    /**
     * Returns the progress of an event handler, according to the committed offsets of its consumer group.
     *
     * @throws RetryLaterException if the broker does not return the offsets
     */
    public ConsumerProgress read(EventHandler<?> eventHandler) {
        String topic = eventHandler.sourceService().topic();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int partition = 0; partition < PlatformService.PARTITION_COUNT; partition++) {
            latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(
                            consumerGroup(eventHandler))
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    admin.listOffsets(latest).all().get();
            long consumed = committed.values().stream()
                    .filter(Objects::nonNull)
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
            long end = ends.values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
            return new ConsumerProgress(consumed, Math.max(0, end - consumed));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryLaterException("Interrupted while reading the offsets");
        } catch (ExecutionException e) {
            throw new RetryLaterException("The broker does not return the offsets: " + e.getCause());
        }
    }

    public String consumerGroup(EventHandler<?> eventHandler) {
        return service.id() + "." + eventHandler.name();
    }

    @Override
    public void close() {
        admin.close();
    }
}
