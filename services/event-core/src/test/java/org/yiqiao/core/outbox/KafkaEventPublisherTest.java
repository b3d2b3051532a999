package org.yiqiao.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.PostAggregateType;
import org.yiqiao.core.TestTopics;
import org.yiqiao.core.aggregate.PendingEvent;
import org.yiqiao.core.envelope.CloudEventRecordReader;
import org.yiqiao.core.envelope.DecodedRecord;
import org.yiqiao.core.envelope.EventEnvelope;

class KafkaEventPublisherTest {

    private static final Instant HAPPENED = Instant.parse("2017-07-01T04:05:52Z");
    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00.123Z");

    private final String id = UUID.randomUUID().toString();

    @BeforeAll
    static void prepare() throws Exception {
        TestTopics.createTopics(PlatformService.GRID_MANAGEMENT);
    }

    @Test
    void eventsArriveInOrderAndUnchanged() {
        try (var publisher = createPublisher()) {
            assertThat(publisher.publish(List.of(events(1, 20)))).isEqualTo(Map.of(id, 20L));
        }

        List<DecodedRecord> received =
                published().stream().map(CloudEventRecordReader::read).toList();
        assertThat(received)
                .extracting(one -> ((DecodedRecord.SequencedRecord) one).seq())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
        EventEnvelope<?> first = ((DecodedRecord.EventRecord) received.getFirst()).envelope();
        assertThat(first.id()).isEqualTo(id + "-1");
        assertThat(first.time()).isEqualTo(HAPPENED);
        assertThat(first.recorded()).isEqualTo(RECORDED);
        assertThat(first.jurisdiction().community()).isEqualTo("330109106001");
        assertThat(first.event()).isEqualTo(new GridChiefAppointed("g", "chief-1", null));
    }

    @Test
    void resendIsByteIdentical() {
        try (var publisher = createPublisher()) {
            publisher.publish(List.of(events(1, 1)));
            publisher.publish(List.of(events(1, 1)));
        }

        List<ConsumerRecord<String, byte[]>> twice = published();
        assertThat(twice).hasSize(2);
        assertThat(twice.get(0).value()).isEqualTo(twice.get(1).value());
        assertThat(twice.get(0).headers()).isEqualTo(twice.get(1).headers());
    }

    @Test
    void oversizedEventBlocksOnlyItsAggregate() {
        String other = UUID.randomUUID().toString();
        PendingEvent huge = event(2, "\"" + "x".repeat(KafkaEventPublisher.MAX_EVENT_BYTES) + "\"");
        try (var publisher = createPublisher()) {
            assertThat(publisher.publish(List.of(
                            new OutboxBatch(new PostAggregateType(), id, List.of(event(1, "{}"), huge, event(3, "{}"))),
                            new OutboxBatch(new PostAggregateType(), other, List.of(event(1, "{}"))))))
                    .isEqualTo(Map.of(id, 1L, other, 1L));
        }

        assertThat(published()).hasSize(1);
    }

    @Test
    void recordsAreCloudEventsInBinaryMode() {
        try (var publisher = createPublisher()) {
            publisher.publish(List.of(events(1, 1)));
        }

        ConsumerRecord<String, byte[]> record = published().getFirst();
        assertThat(record.key()).isEqualTo(id);
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo("org.yiqiao.grid.GridChiefAppointed.v1");
        assertThat(header(record, "ce_source")).isEqualTo("/grid-management/grid-post/" + id);
        assertThat(header(record, "ce_sequence")).isEqualTo("0000000000000000001");
        assertThat(header(record, "ce_partitionkey")).isEqualTo(id);
        assertThat(header(record, "content-type")).isEqualTo("application/json");
    }

    private static KafkaEventPublisher createPublisher() {
        return new KafkaEventPublisher(TestTopics.CONNECTION, RecordCompression.NONE);
    }

    private List<ConsumerRecord<String, byte[]>> published() {
        return TestTopics.read(PlatformService.GRID_MANAGEMENT.topic(), record -> id.equals(record.key()));
    }

    private OutboxBatch events(long from, long to) {
        return new OutboxBatch(
                new PostAggregateType(),
                id,
                LongStream.rangeClosed(from, to)
                        .mapToObj(seq -> event(seq, "{\"grid\":\"g\",\"person\":\"chief-" + seq + "\"}"))
                        .toList());
    }

    private static PendingEvent event(long seq, String data) {
        return new PendingEvent(
                seq,
                "org.yiqiao.grid.GridChiefAppointed.v1",
                HAPPENED,
                RECORDED,
                data,
                "330109106",
                "330109106001",
                "correlation",
                null,
                null);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
