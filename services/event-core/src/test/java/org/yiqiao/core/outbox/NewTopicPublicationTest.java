package org.yiqiao.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.PostAggregateType;
import org.yiqiao.core.aggregate.PendingEvent;
import org.yiqiao.infra.broker.EmbeddedBroker;

/**
 * Publishes right after the creation of a topic. The broker refuses records of a partition until it has learned that it
 * leads the partition, so the first request can fail while a later one would succeed.
 */
class NewTopicPublicationTest {

    private static final String TOPIC = PlatformService.GRID_MANAGEMENT.topic();
    private static final int EVENT_COUNT = 8;

    private final List<OutboxBatch> batches = IntStream.range(0, 24)
            .mapToObj(post -> new OutboxBatch(new PostAggregateType(), "post-" + post, largeEvents()))
            .toList();

    @TempDir
    private Path folder;

    @RepeatedTest(2)
    void firstEventsArriveInOrder() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, "127.0.0.1", 0)) {
            Map<String, Object> connection = Map.of("bootstrap.servers", broker.bootstrapServers());
            createTopic(connection);
            try (var publisher = new KafkaEventPublisher(connection, RecordCompression.NONE)) {
                assertThat(CompletableFuture.supplyAsync(() -> publisher.publish(batches)))
                        .succeedsWithin(Duration.ofSeconds(30))
                        .isEqualTo(
                                batches.stream().collect(Collectors.toMap(OutboxBatch::id, _ -> (long) EVENT_COUNT)));
            }

            assertThat(readSequences(connection))
                    .hasSize(batches.size())
                    .allSatisfy((_, sequences) ->
                            assertThat(sequences).hasSize(EVENT_COUNT).isSorted());
        }
    }

    private static void createTopic(Map<String, Object> connection) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(connection)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PlatformService.PARTITION_COUNT, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static Map<String, List<String>> readSequences(Map<String, Object> connection) {
        Map<String, List<String>> sequences = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(connection, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, PlatformService.PARTITION_COUNT)
                    .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> sequences
                        .computeIfAbsent(record.key(), _ -> new ArrayList<>())
                        .add(new String(
                                record.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8)));
            }
        }
        return sequences;
    }

    /** Returns events that are so large that the producer sends each in a batch of its own. */
    private static List<PendingEvent> largeEvents() {
        String data = "\"" + "x".repeat(100 << 10) + "\"";
        return LongStream.rangeClosed(1, EVENT_COUNT)
                .mapToObj(seq -> new PendingEvent(
                        seq,
                        "org.yiqiao.grid.GridChiefAppointed.v1",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        data,
                        "330109106",
                        "330109106001",
                        "correlation",
                        null,
                        null))
                .toList();
    }
}
