package org.yiqiao.binding.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy.StrategyType;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdleOffsetCommitterTest {

    private static final TopicPartition BEHIND = new TopicPartition("t", 0);
    private static final TopicPartition UP_TO_DATE = new TopicPartition("t", 1);
    private static final TopicPartition EMPTY = new TopicPartition("t", 2);

    private final MockConsumer<String, String> consumer = new MockConsumer<>(StrategyType.EARLIEST.toString());

    @BeforeEach
    void assignPartitions() {
        consumer.assign(Set.of(BEHIND, UP_TO_DATE, EMPTY));
        consumer.updateBeginningOffsets(Map.of(BEHIND, 0L, UP_TO_DATE, 0L, EMPTY, 0L));
        consumer.seek(BEHIND, 147);
        consumer.seek(UP_TO_DATE, 12);
        consumer.commitSync(Map.of(BEHIND, new OffsetAndMetadata(145), UP_TO_DATE, new OffsetAndMetadata(12, "mine")));
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    @Test
    void laggingCommitIsMovedToTheReadPosition() {
        IdleOffsetCommitter.commitReadPositions(consumer);

        assertThat(consumer.committed(Set.of(BEHIND))).containsEntry(BEHIND, new OffsetAndMetadata(147));
    }

    @Test
    void upToDateCommitIsUnchanged() {
        IdleOffsetCommitter.commitReadPositions(consumer);

        assertThat(consumer.committed(Set.of(UP_TO_DATE))).containsEntry(UP_TO_DATE, new OffsetAndMetadata(12, "mine"));
        assertThat(consumer.committed(Set.of(EMPTY)).get(EMPTY)).isNull();
    }
}
