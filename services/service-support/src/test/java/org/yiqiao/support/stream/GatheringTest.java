package org.yiqiao.support.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.yiqiao.support.territory.TerritoryReplica;

class GatheringTest {

    private final StaticListableBeanFactory watched =
            new StaticListableBeanFactory(Map.of("watched", new WatchedFeed(TerritoryReplica.class)));

    @Test
    void whatIsWatchedIsGatheredByTheBroker() {
        ContainerProperties container = customized("center.TerritoryReplica");
        assertThat(container.getIdleBetweenPolls()).isZero();
        assertThat(container.getKafkaConsumerProperties()).containsKeys("fetch.min.bytes", "fetch.max.wait.ms");
    }

    @Test
    void whatIsNotWatchedAsksTheBrokerNoMoreThanItMust() {
        ContainerProperties container = customized("center.OtherTerritoryReplica");
        assertThat(container.getIdleBetweenPolls()).isPositive();
        assertThat(container.getKafkaConsumerProperties()).isEmpty();
    }

    private ContainerProperties customized(String group) {
        ContainerProperties properties = new ContainerProperties("topic");
        properties.setGroupId(group);
        var container = new KafkaMessageListenerContainer<>(new DefaultKafkaConsumerFactory<>(Map.of()), properties);
        new StreamConfiguration()
                .deliverAgainUntilTaken(new FeedsHealth(), watched.getBeanProvider(WatchedFeed.class))
                .configure(container, "topic", group);
        return container.getContainerProperties();
    }
}
