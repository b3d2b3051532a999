package org.yiqiao.support.stream;

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

class CommitsWhenIdleTest {

    private static final TopicPartition SET_BACK = new TopicPartition("t", 0);
    private static final TopicPartition DONE = new TopicPartition("t", 1);
    private static final TopicPartition EMPTY = new TopicPartition("t", 2);

    private final MockConsumer<String, String> consumer = new MockConsumer<>(StrategyType.EARLIEST.toString());

    @BeforeEach
    void read() {
        consumer.assign(Set.of(SET_BACK, DONE, EMPTY));
        consumer.updateBeginningOffsets(Map.of(SET_BACK, 0L, DONE, 0L, EMPTY, 0L));
        consumer.seek(SET_BACK, 147);
        consumer.seek(DONE, 12);
        consumer.commitSync(Map.of(SET_BACK, new OffsetAndMetadata(145), DONE, new OffsetAndMetadata(12, "mine")));
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    @Test
    void aGroupThatWasSetBackIsWhereItsConsumerHasRead() {
        CommitsWhenIdle.commit(consumer);

        assertThat(consumer.committed(Set.of(SET_BACK))).containsEntry(SET_BACK, new OffsetAndMetadata(147));
    }

    @Test
    void whatIsRightStaysAsItIs() {
        CommitsWhenIdle.commit(consumer);

        assertThat(consumer.committed(Set.of(DONE))).containsEntry(DONE, new OffsetAndMetadata(12, "mine"));
        assertThat(consumer.committed(Set.of(EMPTY)).get(EMPTY)).isNull();
    }
}
