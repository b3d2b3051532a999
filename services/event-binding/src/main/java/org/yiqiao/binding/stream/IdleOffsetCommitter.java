package org.yiqiao.binding.stream;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.ApplicationListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;

/**
 * Commits the read position of an event handler whenever its consumer has been idle for a while. After a rebalance, a
 * container repeats the commits that failed before. A consumer that was presumed dead thereby moves the group back,
 * behind the progress of another consumer. No record is lost, but the event handler would show a lag until the next
 * record of that partition.
 */
final class IdleOffsetCommitter implements ApplicationListener<ListenerContainerIdleEvent> {

    /** Runs in the consumer's own thread, between two polls: all records that were read are processed. */
    @Override
    public void onApplicationEvent(ListenerContainerIdleEvent idle) {
        commitReadPositions(idle.getConsumer());
    }

    static void commitReadPositions(Consumer<?, ?> consumer) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(consumer.assignment());
        Map<TopicPartition, OffsetAndMetadata> behind = new HashMap<>();
        committed.forEach((partition, offset) -> {
            long position = consumer.position(partition);
            if (offset != null && offset.offset() < position) {
                behind.put(partition, new OffsetAndMetadata(position));
            }
        });
        if (!behind.isEmpty()) {
            consumer.commitSync(behind);
        }
    }
}
