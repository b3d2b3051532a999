package org.yiqiao.binding.runtime;

import java.util.Map;
import org.springframework.kafka.core.KafkaAdmin;

/** How to reach the broker, whose topics are there; settings that every Kafka client takes, with TLS and credentials. */
public record KafkaClientSettings(Map<String, Object> properties) {

    public KafkaClientSettings {
        properties = Map.copyOf(properties);
    }

    /** By what Boot made of {@code spring.kafka} for its own admin client: the properties, SSL bundle and protocol. */
    static KafkaClientSettings of(KafkaAdmin kafka) {
        return new KafkaClientSettings(kafka.getConfigurationProperties());
    }
}
