package org.yiqiao.support.spine;

import java.util.HashMap;
import java.util.Map;
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
     * Records that the subscriber has still to take.
     *
     * @throws NotNow if the broker does not tell
     */
    public long of(Subscriber<?> subscriber) {
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
            return ends.entrySet().stream()
                    .mapToLong(end -> {
                        OffsetAndMetadata offset = taken.get(end.getKey());
                        return end.getValue().offset() - (offset == null ? 0 : offset.offset());
                    })
                    .sum();
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
