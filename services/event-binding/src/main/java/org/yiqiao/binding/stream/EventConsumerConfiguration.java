package org.yiqiao.binding.stream;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.stream.binder.kafka.config.ClientFactoryCustomizer;
import org.springframework.cloud.stream.binder.kafka.provisioning.AdminClientConfigCustomizer;
import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.converter.BatchMessageConverter;
import org.springframework.util.backoff.ExponentialBackOff;
import org.yiqiao.binding.runtime.KafkaClientSettings;

/**
 * Configures how batches are consumed: without conversion, and repeatedly until store and broker have accepted all
 * their results.
 */
@AutoConfiguration
class EventConsumerConfiguration {

    /** Records within this time form one batch, because a batch of any size costs the same few round trips. */
    private static final Duration IDLE_BETWEEN_POLLS = Duration.ofMillis(20);

    /** The corresponding time at the broker, for low-latency event handlers; longer than the processing of a batch. */
    private static final Duration FETCH_MAX_WAIT = Duration.ofMillis(30);

    private static final int FETCH_MIN_BYTES = 1 << 20;

    /**
     * Interval of offset commits. The next consumer receives uncommitted records again, and recognizes the duplicates.
     */
    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(200);

    /** Maximum delay of the last commit if no further records arrive. */
    private static final Duration POLL_TIMEOUT = Duration.ofSeconds(1);

    @Bean
    BatchMessageConverter passThroughBatchConverter() {
        return new PassThroughBatchConverter();
    }

    @Bean
    ConsumerHealthIndicator feedsHealthIndicator(BindingServiceProperties bindings) {
        return new ConsumerHealthIndicator(bindings.getBindings().values().stream()
                .map(BindingProperties::getGroup)
                .filter(Objects::nonNull)
                .toList());
    }

    @Bean
    IdleOffsetCommitter idleOffsetCommitter() {
        return new IdleOffsetCommitter();
    }

    /** Applies the settings of all other clients, because the binder does not use an SSL bundle of Boot. */
    @Bean
    ClientFactoryCustomizer consumerConnectionCustomizer(KafkaClientSettings kafka) {
        return new ClientFactoryCustomizer() {
            @Override
            public void configure(ConsumerFactory<?, ?> consumers) {
                consumers.updateConfigs(kafka.properties());
                consumers.updateConfigs(GroupProtocolSettings.missingIn(consumers.getConfigurationProperties()));
            }
        };
    }

    @Bean
    AdminClientConfigCustomizer binderAdminCustomizer(KafkaClientSettings kafka) {
        return settings -> settings.putAll(kafka.properties());
    }

    /**
     * Retries a batch without limit, while its offsets stay uncommitted. The event processor publishes every record
     * that it cannot process as a dead letter, so any exception that remains is an outage.
     */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> retryingContainerCustomizer(
            ConsumerHealthIndicator healthIndicator, ObjectProvider<LowLatencyHandlerBinding> lowLatencyBindings) {
        List<LowLatencyHandlerBinding> lowLatency = lowLatencyBindings.stream().toList();
        return (container, destination, group) -> {
            ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
            backOff.setMaxInterval(5_000);
            container.setCommonErrorHandler(new DefaultErrorHandler(backOff));
            configureCommits(container.getContainerProperties());
            configureBatching(
                    container.getContainerProperties(),
                    lowLatency.stream().anyMatch(binding -> binding.hasGroup(String.valueOf(group))));
            healthIndicator.addContainer(container);
        };
    }

    private static void configureCommits(ContainerProperties container) {
        container.setAckMode(ContainerProperties.AckMode.TIME);
        container.setAckTime(COMMIT_INTERVAL.toMillis());
        container.setPollTimeout(POLL_TIMEOUT.toMillis());
    }

    /**
     * A poll returns the records from before the previous poll, because the client prefetches. If a fetch waits longer,
     * the poll also returns the records since then.
     */
    private static void configureBatching(ContainerProperties container, boolean lowLatency) {
        if (lowLatency) {
            Properties fetch = new Properties();
            fetch.setProperty(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, Integer.toString(FETCH_MIN_BYTES));
            fetch.setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Long.toString(FETCH_MAX_WAIT.toMillis()));
            container.setKafkaConsumerProperties(fetch);
        } else {
            container.setIdleBetweenPolls(IDLE_BETWEEN_POLLS.toMillis());
        }
    }
}
