package org.yiqiao.binding.runtime;

import java.util.Map;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * The connection settings of every Kafka client, including TLS and credentials. All topics exist when the bean
 * is available.
 */
public record KafkaClientSettings(Map<String, Object> properties) {

    public KafkaClientSettings {
        properties = Map.copyOf(properties);
    }

    /** Returns the settings that Boot derives from {@code spring.kafka}: the properties, SSL bundle and protocol. */
    static KafkaClientSettings of(KafkaAdmin kafka) {
        return new KafkaClientSettings(kafka.getConfigurationProperties());
    }
}
