package org.yiqiao.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.RecordBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.PostAggregateType;
import org.yiqiao.core.aggregate.PendingEvent;
import org.yiqiao.infra.broker.EmbeddedBroker;

/** Reads the compression of the records from the log of a broker. A consumer cannot see it. */
class RecordCompressionTest {

    @TempDir
    private Path folder;

    @Test
    void brokerStoresRecordsWithTheConfiguredCompression() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, "127.0.0.1", 0)) {
            Map<String, Object> connection = Map.of("bootstrap.servers", broker.bootstrapServers());
            createTopic(connection);
            publish(connection, RecordCompression.NONE);
            publish(connection, RecordCompression.GZIP);
            publish(connection, RecordCompression.LZ4);
        }

        assertThat(storedCompressions())
                .containsExactly(CompressionType.NONE, CompressionType.GZIP, CompressionType.LZ4);
    }

    private static void createTopic(Map<String, Object> connection) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(connection)) {
            admin.createTopics(List.of(new NewTopic(PlatformService.GRID_MANAGEMENT.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void publish(Map<String, Object> connection, RecordCompression compression) {
        List<PendingEvent> events = LongStream.rangeClosed(1, 20)
                .mapToObj(RecordCompressionTest::event)
                .toList();
        String id = UUID.randomUUID().toString();
        try (var publisher = new KafkaEventPublisher(connection, compression)) {
            assertThat(publisher.publish(List.of(new OutboxBatch(new PostAggregateType(), id, events))))
                    .isEqualTo(Map.of(id, 20L));
        }
    }

    private List<CompressionType> storedCompressions() throws IOException {
        Path log =
                folder.resolve(PlatformService.GRID_MANAGEMENT.topic() + "-0").resolve("00000000000000000000.log");
        try (FileRecords records = FileRecords.open(log.toFile(), false)) {
            return StreamSupport.stream(records.batches().spliterator(), false)
                    .map(RecordBatch::compressionType)
                    .distinct()
                    .toList();
        }
    }

    private static PendingEvent event(long seq) {
        return new PendingEvent(
                seq,
                "org.yiqiao.grid.GridChiefAppointed.v1",
                Instant.EPOCH,
                Instant.EPOCH,
                "{\"grid\":\"g\",\"person\":\"chief-" + seq + "\"}",
                "330109106",
                "330109106001",
                "correlation",
                null,
                null);
    }
}
