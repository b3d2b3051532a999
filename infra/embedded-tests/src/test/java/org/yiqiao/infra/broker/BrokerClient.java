package org.yiqiao.infra.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Uses a broker in the same way as an application. */
record BrokerClient(String bootstrapServers) {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private Map<String, Object> withBootstrapServers(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", bootstrapServers);
        return all;
    }

    void createTopic(String topic, int partitions) throws Exception {
        try (Admin admin = Admin.create(withBootstrapServers(Map.of()))) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    Set<String> topics() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(withBootstrapServers(Map.of()))) {
            return admin.listTopics().names().get();
        }
    }

    void send(String topic, List<String> values) throws ExecutionException, InterruptedException {
        send(topic, values, TIMEOUT);
    }

    /** @param timeout the time to wait for the metadata of the topic */
    void send(String topic, List<String> values, Duration timeout) throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of("acks", "all", "max.request.size", 8 << 20, "max.block.ms", (int) timeout.toMillis());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(withBootstrapServers(settings), new StringSerializer(), new StringSerializer())) {
            sendAll(producer, topic, values);
        }
    }

    private static void sendAll(KafkaProducer<String, String> producer, String topic, List<String> values)
            throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        values.forEach(value -> sent.add(producer.send(new ProducerRecord<>(topic, value))));
        for (Future<RecordMetadata> acknowledged : sent) {
            acknowledged.get();
        }
    }

    /** @param end commits or aborts the transaction */
    void sendInTransaction(String topic, List<String> values, Consumer<KafkaProducer<String, String>> end)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of("transactional.id", "transactions");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(withBootstrapServers(settings), new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            sendAll(producer, topic, values);
            end.accept(producer);
        }
    }

    /** Makes a share group start with the first record of a topic. */
    void startShareGroupAtBeginning(String shareGroup) throws ExecutionException, InterruptedException {
        ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, shareGroup);
        AlterConfigOp earliest =
                new AlterConfigOp(new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET);
        try (Admin admin = Admin.create(withBootstrapServers(Map.of()))) {
            admin.incrementalAlterConfigs(Map.of(group, List.of(earliest)))
                    .all()
                    .get();
        }
    }

    /** Reads this number of records as a member of a share group, and acknowledges them. */
    List<String> readShared(String topic, String group, int count) {
        List<String> read = new ArrayList<>();
        try (KafkaShareConsumer<String, String> consumer = new KafkaShareConsumer<>(
                withBootstrapServers(Map.of("group.id", group)), new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long end = System.nanoTime() + TIMEOUT.toNanos();
            while (read.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> read.add(record.value()));
            }
            consumer.commitSync();
        }
        return read;
    }

    /** Reads this number of records as a member of a group, and commits their offsets. */
    List<String> read(String topic, String group, int count) {
        Map<String, Object> settings = Map.of(
                "group.id",
                group,
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false,
                "isolation.level",
                "read_committed");
        List<String> read = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                withBootstrapServers(settings), new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long end = System.nanoTime() + TIMEOUT.toNanos();
            while (read.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> read.add(record.value()));
            }
            consumer.commitSync();
        }
        return read;
    }
}
