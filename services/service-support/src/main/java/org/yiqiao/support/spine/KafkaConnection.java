package org.yiqiao.support.spine;

import java.util.Map;

/** How to reach the broker, whose topics are there; settings that every Kafka client takes. */
public record KafkaConnection(Map<String, Object> settings) {}
