package org.yiqiao.support.stream;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.converter.BatchMessageConverter;
import org.springframework.util.backoff.ExponentialBackOff;

/** How batches are consumed: as they are, and again and again until store and broker have taken what came of them. */
@AutoConfiguration
class StreamConfiguration {

    @Bean
    BatchMessageConverter recordsAsTheyAre() {
        return new RecordsAsTheyAre();
    }

    @Bean
    FeedsHealth feedsHealthIndicator() {
        return new FeedsHealth();
    }

    /**
     * The feed puts aside what it cannot take, so whatever still throws is an outage: the batch is delivered again,
     * without end, and its offsets stay uncommitted.
     */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> deliverAgainUntilTaken(
            FeedsHealth feedsHealthIndicator) {
        return (container, destination, group) -> {
            ExponentialBackOff pause = new ExponentialBackOff(200, 2);
            pause.setMaxInterval(5_000);
            container.setCommonErrorHandler(new DefaultErrorHandler(pause));
            feedsHealthIndicator.watch(container);
        };
    }
}
