package org.yiqiao.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.testkit.TestBackends;

/** Gives access to the topics of the backend that the testkit chose. */
public final class TestTopics {

    public static final Map<String, Object> CONNECTION =
            Map.of("bootstrap.servers", TestBackends.shared().bootstrapServers());

    private TestTopics() {}

    public static void createTopics(PlatformService service) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(CONNECTION)) {
            for (String topic : List.of(service.topic(), service.deadLetterTopic())) {
                try {
                    admin.createTopics(List.of(new NewTopic(topic, PlatformService.PARTITION_COUNT, (short) 1)))
                            .all()
                            .get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
    }

    /** Deletes all records of the topics of a service. */
    public static void deleteRecords(PlatformService service) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(CONNECTION)) {
            for (String topic : List.of(service.topic(), service.deadLetterTopic())) {
                Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
                for (int partition = 0; partition < PlatformService.PARTITION_COUNT; partition++) {
                    all.put(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(-1));
                }
                admin.deleteRecords(all).all().get();
            }
        }
    }

    /** Returns the records that a topic holds now and that match a filter, partition by partition. */
    public static List<ConsumerRecord<String, byte[]>> read(
            String topic, Predicate<ConsumerRecord<String, byte[]>> filter) {
        try (var consumer = new KafkaConsumer<>(CONNECTION, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Stream.iterate(0, i -> i + 1)
                    .limit(PlatformService.PARTITION_COUNT)
                    .map(i -> new TopicPartition(topic, i))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records.stream().filter(filter).toList();
        }
    }
}
