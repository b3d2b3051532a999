package org.yiqiao.support.stream;

import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.stream.binder.kafka.config.ClientFactoryCustomizer;
import org.springframework.cloud.stream.binder.kafka.provisioning.AdminClientConfigCustomizer;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.converter.BatchMessageConverter;
import org.springframework.util.backoff.ExponentialBackOff;
import org.yiqiao.support.spine.KafkaConnection;

/** How batches are consumed: as they are, and again and again until store and broker have taken what came of them. */
@AutoConfiguration
class StreamConfiguration {

    /** What comes within this time is taken as one batch: a batch costs the same few round trips whatever it holds. */
    private static final Duration GATHERING = Duration.ofMillis(20);

    @Bean
    BatchMessageConverter recordsAsTheyAre() {
        return new RecordsAsTheyAre();
    }

    @Bean
    FeedsHealth feedsHealthIndicator() {
        return new FeedsHealth();
    }

    @Bean
    CommitsWhenIdle commitsWhenIdle() {
        return new CommitsWhenIdle();
    }

    /** The binder takes no SSL bundle from Boot; so it is given what all other clients have. */
    @Bean
    ClientFactoryCustomizer feedsConnectAsAllClientsDo(KafkaConnection kafka) {
        return new ClientFactoryCustomizer() {
            @Override
            public void configure(ConsumerFactory<?, ?> consumers) {
                consumers.updateConfigs(kafka.settings());
            }
        };
    }

    @Bean
    AdminClientConfigCustomizer binderConnectsAsAllClientsDo(KafkaConnection kafka) {
        return settings -> settings.putAll(kafka.settings());
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
            container.getContainerProperties().setIdleBetweenPolls(GATHERING.toMillis());
            feedsHealthIndicator.watch(container);
        };
    }
}
