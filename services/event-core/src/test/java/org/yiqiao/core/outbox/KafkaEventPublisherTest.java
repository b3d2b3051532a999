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
import org.yiqiao.contracts.Service;
import org.yiqiao.core.Posts;
import org.yiqiao.core.TestLog;
import org.yiqiao.core.aggregate.PendingEvent;
import org.yiqiao.core.envelope.Envelope;
import org.yiqiao.core.envelope.EventReader;
import org.yiqiao.core.envelope.Received;

class KafkaEventPublisherTest {

    private static final Instant HAPPENED = Instant.parse("2017-07-01T04:05:52Z");
    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00.123Z");

    private final String id = UUID.randomUUID().toString();

    @BeforeAll
    static void prepare() throws Exception {
        TestLog.prepare(Service.GRID_MANAGEMENT);
    }

    @Test
    void eventsArriveInOrderAndAreReadAsTheyWere() {
        try (var publisher = new KafkaEventPublisher(TestLog.CONNECTION)) {
            assertThat(publisher.publish(List.of(events(1, 20)))).isEqualTo(Map.of(id, 20L));
        }

        List<Received> received = published().stream().map(EventReader::read).toList();
        assertThat(received)
                .extracting(one -> ((Received.Ordered) one).seq())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
        Envelope<?> first = ((Received.Event) received.getFirst()).envelope();
        assertThat(first.id()).isEqualTo(id + "-1");
        assertThat(first.time()).isEqualTo(HAPPENED);
        assertThat(first.recorded()).isEqualTo(RECORDED);
        assertThat(first.scope().community()).isEqualTo("330109106001");
        assertThat(first.event()).isEqualTo(new GridChiefAppointed("g", "chief-1", null));
    }

    @Test
    void aResendIsByteIdentical() {
        try (var publisher = new KafkaEventPublisher(TestLog.CONNECTION)) {
            publisher.publish(List.of(events(1, 1)));
            publisher.publish(List.of(events(1, 1)));
        }

        List<ConsumerRecord<String, byte[]>> twice = published();
        assertThat(twice).hasSize(2);
        assertThat(twice.get(0).value()).isEqualTo(twice.get(1).value());
        assertThat(twice.get(0).headers()).isEqualTo(twice.get(1).headers());
    }

    @Test
    void anEventThatIsTooLargeHoldsBackWhatFollowsItAndNothingElse() {
        String other = UUID.randomUUID().toString();
        PendingEvent huge = event(2, "\"" + "x".repeat(KafkaEventPublisher.MAX_EVENT_BYTES) + "\"");
        try (var publisher = new KafkaEventPublisher(TestLog.CONNECTION)) {
            assertThat(publisher.publish(List.of(
                            new OutgoingEvents(new Posts(), id, List.of(event(1, "{}"), huge, event(3, "{}"))),
                            new OutgoingEvents(new Posts(), other, List.of(event(1, "{}"))))))
                    .isEqualTo(Map.of(id, 1L, other, 1L));
        }

        assertThat(published()).hasSize(1);
    }

    @Test
    void theEnvelopeIsCloudEventsInBinaryMode() {
        try (var publisher = new KafkaEventPublisher(TestLog.CONNECTION)) {
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

    private List<ConsumerRecord<String, byte[]>> published() {
        return TestLog.read(Service.GRID_MANAGEMENT.topic(), record -> id.equals(record.key()));
    }

    private OutgoingEvents events(long from, long to) {
        return new OutgoingEvents(
                new Posts(),
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
