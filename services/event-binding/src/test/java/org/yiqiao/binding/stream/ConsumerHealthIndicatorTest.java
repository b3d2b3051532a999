package org.yiqiao.binding.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.support.TopicPartitionOffset;

class ConsumerHealthIndicatorTest {

    private static final TopicPartition PARTITION = new TopicPartition("events", 0);

    private final ConsumerHealthIndicator health = new ConsumerHealthIndicator(List.of("service.Projection"));
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final ConcurrentMessageListenerContainer<String, byte[]> container = container();

    @BeforeEach
    void start() {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 0L));
        health.addContainer(container);
        container.start();
        await().until(() -> consumer.assignment().contains(PARTITION));
    }

    @AfterEach
    void stop() {
        container.stop();
    }

    @Test
    void healthIsUpWhileAllConsumersRun() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void healthIsDownAfterAConsumerThreadDies() {
        consumer.schedulePollTask(() -> consumer.addRecord(new ConsumerRecord<>("events", 0, 0, "a", new byte[0])));

        await().untilAsserted(() -> {
            Health current = health.health();
            assertThat(current.getStatus()).isEqualTo(Status.DOWN);
            assertThat(current.getDetails()).containsEntry("stopped", List.of("service.Projection"));
        });
    }

    @Test
    void healthIsDownAfterAContainerStops() {
        container.stop();

        await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.DOWN));
    }

    @Test
    void healthIsDownWhileABindingHasNoContainer() {
        Health unbound = new ConsumerHealthIndicator(List.of("service.Reaction")).health();

        assertThat(unbound.getStatus()).isEqualTo(Status.DOWN);
        assertThat(unbound.getDetails()).containsEntry("stopped", List.of("service.Reaction"));
    }

    /** Creates a container with a listener that throws an error, which ends the consumer thread. */
    private ConcurrentMessageListenerContainer<String, byte[]> container() {
        ContainerProperties properties = new ContainerProperties(new TopicPartitionOffset("events", 0));
        properties.setGroupId("service.Projection");
        properties.setMessageListener((BatchMessageListener<String, byte[]>) records -> {
            throw new InternalError("for a test");
        });
        return new ConcurrentMessageListenerContainer<>(new SingleConsumerFactory(), properties);
    }

    private final class SingleConsumerFactory extends DefaultKafkaConsumerFactory<String, byte[]> {
        SingleConsumerFactory() {
            super(Map.of());
        }

        @Override
        public Consumer<String, byte[]> createConsumer(
                @Nullable String group,
                @Nullable String prefix,
                @Nullable String suffix,
                @Nullable Properties overrides) {
            return consumer;
        }
    }
}
