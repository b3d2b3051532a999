package org.yiqiao.testkit;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/** Kafka and MongoDB in containers, which Testcontainers removes when the JVM ends. */
final class ContainerTestBackends implements TestBackends {

    private static final String KAFKA = "apache/kafka:4.2.1";
    private static final String MONGODB = "mongo:8.0";

    private final KafkaContainer kafka = new KafkaContainer(KAFKA).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    private final MongoDBContainer mongodb = new MongoDBContainer(MONGODB);

    ContainerTestBackends() {
        kafka.start();
        mongodb.start();
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String mongodbUri() {
        return mongodb.getConnectionString();
    }

    @Override
    public String description() {
        return "containers " + KAFKA + " and " + MONGODB;
    }
}
