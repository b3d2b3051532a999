package org.yiqiao.binding.runtime;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.yiqiao.core.aggregate.AggregateStore;
import org.yiqiao.core.outbox.EventPublisher;
import org.yiqiao.core.outbox.KafkaEventPublisher;
import org.yiqiao.core.outbox.OutboxRelay;
import org.yiqiao.core.privacy.PersonEncryptionKeyStore;
import org.yiqiao.core.processing.DeadLetterPublisher;
import org.yiqiao.core.processing.DeadLetterReplay;
import org.yiqiao.core.processing.EventProcessorFactory;

/** Configures the database, the outbox relay, the Kafka clients and the event processors of a service. */
@AutoConfiguration
@EnableConfigurationProperties({ServiceProperties.class, EventPublicationProperties.class})
@EnableScheduling
class EventRuntimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MongoTimeoutCustomizer mongoTimeoutCustomizer() {
        return new MongoTimeoutCustomizer();
    }

    @Bean
    MongoDatabase serviceDatabase(MongoClient client, ServiceProperties yiqiao) {
        return client.getDatabase(yiqiao.database() + yiqiao.service().shortName());
    }

    @Bean
    StoreHealthIndicator storeHealthIndicator(MongoDatabase database) {
        return new StoreHealthIndicator(database);
    }

    @Bean
    KafkaClientSettings kafkaClientSettings(KafkaAdmin kafka) {
        KafkaClientSettings settings = KafkaClientSettings.of(kafka);
        TopicCreator.createMissing(settings.properties());
        return settings;
    }

    @Bean
    ConsumerLagReader consumerLagReader(KafkaClientSettings kafka, ServiceProperties yiqiao) {
        return new ConsumerLagReader(kafka, yiqiao.service());
    }

    @Bean
    AggregateStore aggregateStore(MongoDatabase database, PersonEncryptionKeyStore keys) {
        return new AggregateStore(database, keys);
    }

    @Bean
    EventPublisher eventPublisher(KafkaClientSettings kafka, EventPublicationProperties events) {
        return new KafkaEventPublisher(kafka.properties(), events.compression());
    }

    @Bean
    OutboxRelay relay(AggregateStore store, EventPublisher publisher, Clock clock) {
        return new OutboxRelay(store, publisher, clock);
    }

    @Bean
    AggregateCommandHandlerFactory commandHandlerFactory(AggregateStore store, OutboxRelay relay, Clock clock) {
        return new AggregateCommandHandlerFactory(store, relay, clock);
    }

    @Bean
    Producer<byte[], byte[]> deadLetterProducer(KafkaClientSettings kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.properties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, KafkaEventPublisher.MAX_EVENT_BYTES + (64 << 10));
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Bean
    EventProcessorFactory eventProcessorFactory(
            MongoDatabase database, Producer<byte[], byte[]> deadLetterProducer, MeterRegistry meters) {
        return new EventProcessorFactory(database, new DeadLetterPublisher(deadLetterProducer), meters);
    }

    @Bean
    DeadLetterReplay deadLetterReplay(KafkaClientSettings kafka) {
        return new DeadLetterReplay(kafka.properties());
    }
}
