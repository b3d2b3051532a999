package org.yiqiao.binding.stream;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.stream.binder.kafka.config.ClientFactoryCustomizer;
import org.springframework.cloud.stream.binder.kafka.provisioning.AdminClientConfigCustomizer;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.converter.BatchMessageConverter;
import org.springframework.util.backoff.ExponentialBackOff;
import org.yiqiao.binding.runtime.KafkaClientSettings;

/** How batches are consumed: as they are, and again and again until store and broker have taken what came of them. */
@AutoConfiguration
class StreamConfiguration {

    /** What comes within this time is taken as one batch: a batch costs the same few round trips whatever it holds. */
    private static final Duration IDLE_BETWEEN_POLLS = Duration.ofMillis(20);

    /** The same at the broker, for feeds that are watched; longer than it takes to take a batch. */
    private static final Duration FETCH_MAX_WAIT = Duration.ofMillis(30);

    private static final int FETCH_MIN_BYTES = 1 << 20;

    /** How often what was taken is committed; what was not yet comes again to the next consumer, which knows it. */
    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(200);

    /** How long the last of what was taken may wait for that when nothing more comes. */
    private static final Duration POLL_TIMEOUT = Duration.ofSeconds(1);

    @Bean
    BatchMessageConverter passThroughBatchConverter() {
        return new PassThroughBatchConverter();
    }

    @Bean
    ConsumerHealthIndicator feedsHealthIndicator() {
        return new ConsumerHealthIndicator();
    }

    @Bean
    IdleOffsetCommitter idleOffsetCommitter() {
        return new IdleOffsetCommitter();
    }

    /** The binder takes no SSL bundle from Boot; so it is given what all other clients have. */
    @Bean
    ClientFactoryCustomizer consumerConnectionCustomizer(KafkaClientSettings kafka) {
        return new ClientFactoryCustomizer() {
            @Override
            public void configure(ConsumerFactory<?, ?> consumers) {
                consumers.updateConfigs(kafka.properties());
            }
        };
    }

    @Bean
    AdminClientConfigCustomizer binderAdminCustomizer(KafkaClientSettings kafka) {
        return settings -> settings.putAll(kafka.properties());
    }

    /**
     * The feed puts aside what it cannot take, so whatever still throws is an outage: the batch is delivered again,
     * without end, and its offsets stay uncommitted.
     */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> retryingContainerCustomizer(
            ConsumerHealthIndicator feedsHealthIndicator, ObjectProvider<LowLatencyBinding> watchedFeeds) {
        List<LowLatencyBinding> watched = watchedFeeds.stream().toList();
        return (container, destination, group) -> {
            ExponentialBackOff pause = new ExponentialBackOff(200, 2);
            pause.setMaxInterval(5_000);
            container.setCommonErrorHandler(new DefaultErrorHandler(pause));
            configureCommits(container.getContainerProperties());
            configureBatching(
                    container.getContainerProperties(),
                    watched.stream().anyMatch(feed -> feed.hasGroup(String.valueOf(group))));
            feedsHealthIndicator.addContainer(container);
        };
    }

    private static void configureCommits(ContainerProperties container) {
        container.setAckMode(ContainerProperties.AckMode.TIME);
        container.setAckTime(COMMIT_INTERVAL.toMillis());
        container.setPollTimeout(POLL_TIMEOUT.toMillis());
    }

    /** A poll has what came until the one before it, since the client fetches ahead; if it fetches for longer, what came since. */
    private static void configureBatching(ContainerProperties container, boolean watched) {
        if (watched) {
            Properties fetching = new Properties();
            fetching.setProperty(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, Integer.toString(FETCH_MIN_BYTES));
            fetching.setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Long.toString(FETCH_MAX_WAIT.toMillis()));
            container.setKafkaConsumerProperties(fetching);
        } else {
            container.setIdleBetweenPolls(IDLE_BETWEEN_POLLS.toMillis());
        }
    }
}
