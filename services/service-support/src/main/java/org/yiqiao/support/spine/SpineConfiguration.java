package org.yiqiao.support.spine;

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
import org.yiqiao.core.feed.DeadLetterReplay;
import org.yiqiao.core.feed.DeadLetters;
import org.yiqiao.core.feed.Feeds;
import org.yiqiao.core.outbox.EventPublisher;
import org.yiqiao.core.outbox.KafkaEventPublisher;
import org.yiqiao.core.outbox.Relay;
import org.yiqiao.core.privacy.PersonKeys;

/** The spine of a service: its database, its relay, its feeds. */
@AutoConfiguration
@EnableConfigurationProperties(YiqiaoProperties.class)
@EnableScheduling
class SpineConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    StorePatience storePatience() {
        return new StorePatience();
    }

    @Bean
    MongoDatabase serviceDatabase(MongoClient client, YiqiaoProperties yiqiao) {
        return client.getDatabase(yiqiao.database() + yiqiao.service().shortName());
    }

    @Bean
    StoreHealth storeHealthIndicator(MongoDatabase database) {
        return new StoreHealth(database);
    }

    @Bean
    KafkaConnection kafkaConnection(KafkaAdmin kafka) {
        KafkaConnection connection = KafkaConnection.of(kafka);
        Topics.make(connection.settings());
        return connection;
    }

    @Bean
    Lag lag(KafkaConnection kafka, YiqiaoProperties yiqiao) {
        return new Lag(kafka, yiqiao.service());
    }

    @Bean
    AggregateStore aggregateStore(MongoDatabase database, PersonKeys keys) {
        return new AggregateStore(database, keys);
    }

    @Bean
    EventPublisher eventPublisher(KafkaConnection kafka) {
        return new KafkaEventPublisher(kafka.settings());
    }

    @Bean
    Relay relay(AggregateStore store, EventPublisher publisher, Clock clock) {
        return new Relay(store, publisher, clock);
    }

    @Bean
    Spine spine(AggregateStore store, Relay relay, Clock clock) {
        return new Spine(store, relay, clock);
    }

    @Bean
    Producer<byte[], byte[]> deadLetterProducer(KafkaConnection kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.settings());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, KafkaEventPublisher.MAX_EVENT_BYTES + (64 << 10));
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Bean
    Feeds feeds(MongoDatabase database, Producer<byte[], byte[]> deadLetterProducer, MeterRegistry meters) {
        return new Feeds(database, new DeadLetters(deadLetterProducer), meters);
    }

    @Bean
    DeadLetterReplay deadLetterReplay(KafkaConnection kafka) {
        return new DeadLetterReplay(kafka.settings());
    }
}
