package org.yiqiao.testkit;

import java.util.List;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * Kafka and MongoDB in containers, which Testcontainers removes when the JVM ends. The engine must have the images
 * already.
 */
final class ContainerTestBackends implements TestBackends {

    private static final String KAFKA = "apache/kafka:4.2.1";
    private static final String MONGODB = "mongo:8.0";

    /** Testcontainers starts this image beside every other, to remove containers of JVMs that were killed. */
    private static final String RYUK = "testcontainers/ryuk:0.14.0";

    private final KafkaContainer kafka;
    private final MongoDBContainer mongodb;

    /** @throws IllegalStateException if no engine runs or images are missing */
    ContainerTestBackends() {
        ContainerImages.require(List.of(KAFKA, MONGODB, RYUK));
        kafka = new KafkaContainer(KAFKA).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        mongodb = new MongoDBContainer(MONGODB);
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
