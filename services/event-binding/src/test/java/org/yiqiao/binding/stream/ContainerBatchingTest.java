package org.yiqiao.binding.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.yiqiao.contracts.MatterEvent;
import org.yiqiao.core.processing.Projection;

class ContainerBatchingTest {

    private abstract static class WatchedProjection implements Projection<MatterEvent, String> {}

    private final StaticListableBeanFactory lowLatencyBindings =
            new StaticListableBeanFactory(Map.of("watched", new LowLatencyHandlerBinding(WatchedProjection.class)));

    @Test
    void lowLatencyHandlerBatchesAtTheBroker() {
        ContainerProperties container = customizedContainer("center.WatchedProjection");
        assertThat(container.getIdleBetweenPolls()).isZero();
        assertThat(container.getKafkaConsumerProperties()).containsKeys("fetch.min.bytes", "fetch.max.wait.ms");
    }

    @Test
    void otherHandlersPauseBetweenPolls() {
        ContainerProperties container = customizedContainer("center.OtherWatchedProjection");
        assertThat(container.getIdleBetweenPolls()).isPositive();
        assertThat(container.getKafkaConsumerProperties()).isEmpty();
    }

    private ContainerProperties customizedContainer(String group) {
        ContainerProperties properties = new ContainerProperties("topic");
        properties.setGroupId(group);
        var container = new KafkaMessageListenerContainer<>(new DefaultKafkaConsumerFactory<>(Map.of()), properties);
        new EventConsumerConfiguration()
                .retryingContainerCustomizer(
                        new ConsumerHealthIndicator(List.of()),
                        lowLatencyBindings.getBeanProvider(LowLatencyHandlerBinding.class))
                .configure(container, "topic", group);
        return container.getContainerProperties();
    }
}
