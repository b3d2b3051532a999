package org.yiqiao.binding.stream;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.ApplicationListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;

/**
 * Commits how far a subscriber has read, whenever it has had nothing to do for a while. After a rebalance the container
 * commits once more what it could not commit before; a consumer that was taken for dead sets the group back by that,
 * behind what another one has done meanwhile. Nothing is lost, but until the next record of that partition the subscriber
 * would seem to be behind.
 */
final class IdleOffsetCommitter implements ApplicationListener<ListenerContainerIdleEvent> {

    /** Called by the consumer's own thread, between two polls: all that was read is taken. */
    @Override
    public void onApplicationEvent(ListenerContainerIdleEvent idle) {
        commitReadPositions(idle.getConsumer());
    }

    static void commitReadPositions(Consumer<?, ?> consumer) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(consumer.assignment());
        Map<TopicPartition, OffsetAndMetadata> behind = new HashMap<>();
        committed.forEach((partition, offset) -> {
            long read = consumer.position(partition);
            if (offset != null && offset.offset() < read) {
                behind.put(partition, new OffsetAndMetadata(read));
            }
        });
        if (!behind.isEmpty()) {
            consumer.commitSync(behind);
        }
    }
}
