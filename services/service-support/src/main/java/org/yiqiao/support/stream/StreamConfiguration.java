package org.yiqiao.support.stream;

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
import org.yiqiao.support.spine.KafkaConnection;

/** How batches are consumed: as they are, and again and again until store and broker have taken what came of them. */
@AutoConfiguration
class StreamConfiguration {

    /** What comes within this time is taken as one batch: a batch costs the same few round trips whatever it holds. */
    private static final Duration GATHERING = Duration.ofMillis(20);

    /** The same at the broker, for feeds that are watched; longer than it takes to take a batch. */
    private static final Duration FETCHING = Duration.ofMillis(30);

    private static final int MOST_GATHERED = 1 << 20;

    /** How often what was taken is committed; what was not yet comes again to the next consumer, which knows it. */
    private static final Duration COMMITTING = Duration.ofMillis(200);

    /** How long the last of what was taken may wait for that when nothing more comes. */
    private static final Duration POLLING = Duration.ofSeconds(1);

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
            FeedsHealth feedsHealthIndicator, ObjectProvider<WatchedFeed> watchedFeeds) {
        List<WatchedFeed> watched = watchedFeeds.stream().toList();
        return (container, destination, group) -> {
            ExponentialBackOff pause = new ExponentialBackOff(200, 2);
            pause.setMaxInterval(5_000);
            container.setCommonErrorHandler(new DefaultErrorHandler(pause));
            commit(container.getContainerProperties());
            gather(
                    container.getContainerProperties(),
                    watched.stream().anyMatch(feed -> feed.isRead(String.valueOf(group))));
            feedsHealthIndicator.watch(container);
        };
    }

    private static void commit(ContainerProperties container) {
        container.setAckMode(ContainerProperties.AckMode.TIME);
        container.setAckTime(COMMITTING.toMillis());
        container.setPollTimeout(POLLING.toMillis());
    }

    /** A poll has what came until the one before it, since the client fetches ahead; if it fetches for longer, what came since. */
    private static void gather(ContainerProperties container, boolean watched) {
        if (watched) {
            Properties fetching = new Properties();
            fetching.setProperty(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, Integer.toString(MOST_GATHERED));
            fetching.setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Long.toString(FETCHING.toMillis()));
            container.setKafkaConsumerProperties(fetching);
        } else {
            container.setIdleBetweenPolls(GATHERING.toMillis());
        }
    }
}
