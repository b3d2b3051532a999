package org.yiqiao.support.spine;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.yiqiao.contracts.Service;
import org.yiqiao.core.feed.NotNow;
import org.yiqiao.core.feed.Subscriber;

/** How far subscribers of this service are behind their topics. */
public final class Lag implements AutoCloseable {

    private final Admin admin;
    private final Service consumer;

    Lag(KafkaConnection kafka, Service consumer) {
        this.admin = Admin.create(kafka.settings());
        this.consumer = consumer;
    }

    /**
     * Where a subscriber stands.
     *
     * @param taken records of its topic that it has taken, ever
     * @param left records that it has still to take
     */
    public record Standing(long taken, long left) {}

    /** @throws NotNow if the broker does not tell */
    public Standing of(Subscriber<?> subscriber) {
        String topic = subscriber.publisher().topic();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int partition = 0; partition < Service.PARTITIONS; partition++) {
            latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        try {
            Map<TopicPartition, OffsetAndMetadata> taken = admin.listConsumerGroupOffsets(group(subscriber))
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
            return new Standing(done, Math.max(0, all - done));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotNow("Interrupted while asking for offsets");
        } catch (ExecutionException e) {
            throw new NotNow("The broker does not tell its offsets: " + e.getCause());
        }
    }

    /** The consumer group of a subscriber. */
    public String group(Subscriber<?> subscriber) {
        return consumer.id() + "." + subscriber.name();
    }

    @Override
    public void close() {
        admin.close();
    }
}
