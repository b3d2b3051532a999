package org.yiqiao.faults.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.yiqiao.contracts.PlatformService;

/** Reads the committed offsets of consumer groups from the broker. */
final class ConsumerGroupOffsets implements AutoCloseable {

    private final Admin admin;

    ConsumerGroupOffsets(Map<String, Object> connection) {
        admin = Admin.create(connection);
    }

    /** Returns the committed offset for each partition of the subscription's topic. */
    Map<Integer, Long> committedOffsets(TopicSubscription subscription) {
        Map<Integer, Long> committed = new HashMap<>();
        await(admin.listConsumerGroupOffsets(subscription.group()).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition.partition(), offset.offset());
                    }
                });
        return committed;
    }

    /** Returns the number of records that the subscription has not committed yet. */
    long lag(TopicSubscription subscription) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int partition = 0; partition < PlatformService.PARTITION_COUNT; partition++) {
            latest.put(new TopicPartition(subscription.topic(), partition), OffsetSpec.latest());
        }
        Map<Integer, Long> committed = committedOffsets(subscription);
        return await(admin.listOffsets(latest).all()).entrySet().stream()
                .mapToLong(end -> end.getValue().offset()
                        - Objects.requireNonNullElse(committed.get(end.getKey().partition()), 0L))
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot read offsets from the broker", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
