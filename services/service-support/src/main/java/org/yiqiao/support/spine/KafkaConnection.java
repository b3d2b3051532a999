package org.yiqiao.support.spine;

import java.util.Map;
import org.springframework.kafka.core.KafkaAdmin;

/** How to reach the broker, whose topics are there; settings that every Kafka client takes, with TLS and credentials. */
public record KafkaConnection(Map<String, Object> settings) {

    public KafkaConnection {
        settings = Map.copyOf(settings);
    }

    /** By what Boot made of {@code spring.kafka} for its own admin client: the properties, SSL bundle and protocol. */
    static KafkaConnection of(KafkaAdmin kafka) {
        return new KafkaConnection(kafka.getConfigurationProperties());
    }
}
