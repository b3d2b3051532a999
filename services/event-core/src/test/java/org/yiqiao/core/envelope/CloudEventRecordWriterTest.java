package org.yiqiao.core.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.core.PostAggregateType;
import org.yiqiao.core.aggregate.PendingEvent;
import org.yiqiao.core.outbox.OutboxBatch;

/** Tests that an event is read as it was written, for any id of its aggregate. */
class CloudEventRecordWriterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"0f7c3c5e-6b1d", "auth0|5f7c8e", "rrSW_k4-9xQ", "https://idp.example/u/5?a=b#c", "100%", "%zz"})
    void eventIsReadUnchanged(String id) {
        assertThat(read(id)).isEqualTo(id);
    }

    @Test
    void idMayContainEveryVisibleCharacter() {
        String id =
                IntStream.rangeClosed('!', '~').mapToObj(Character::toString).collect(Collectors.joining());
        assertThat(read(id)).isEqualTo(id);
    }

    @Test
    void invalidUriCharactersInSourceArePercentEncoded() {
        assertThat(source("0f7c3c5e-6b1d")).isEqualTo("/grid-management/grid-post/0f7c3c5e-6b1d");
        assertThat(source("auth0|5f7c8e")).isEqualTo("/grid-management/grid-post/auth0%7C5f7c8e");
        assertThat(source("100%")).isEqualTo("/grid-management/grid-post/100%25");
    }

    private static String read(String id) {
        ProducerRecord<String, byte[]> written = written(id);
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(written.topic(), 0, 0, written.key(), written.value());
        written.headers().forEach(record.headers()::add);
        return ((DecodedRecord.EventRecord) CloudEventRecordReader.read(record))
                .envelope()
                .subject();
    }

    private static String source(String id) {
        return new String(written(id).headers().lastHeader("ce_source").value(), StandardCharsets.UTF_8);
    }

    private static ProducerRecord<String, byte[]> written(String id) {
        PendingEvent event = new PendingEvent(
                1,
                "org.yiqiao.grid.GridChiefAppointed.v1",
                Instant.EPOCH,
                Instant.EPOCH,
                "{\"grid\":\"g\",\"person\":\"p\"}",
                null,
                null,
                "correlation",
                null,
                null);
        return CloudEventRecordWriter.write(new OutboxBatch(new PostAggregateType(), id, List.of(event)), event);
    }
}
