package org.yiqiao.faults.fault;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that no event handler for cases can process.
 *
 * @param name name of the defect, and subject of the record
 */
record PoisonRecord(String name, ProducerRecord<byte[], byte[]> record) {

    /** Returns one record with each defect. The subjects end with {@code suffix}, so that they are unique to a run. */
    static List<PoisonRecord> createAll(String suffix) {
        return Stream.of(
                        create("broken-json" + suffix, "{\"service\":"),
                        create("wrong-schema" + suffix, InjectedEvents.SUBMITTED.replace("[]", "\"nowhere\"")),
                        create(
                                "missing-field" + suffix,
                                InjectedEvents.SUBMITTED.replace("\"service\":\"Planted\",", "")),
                        create("null-field" + suffix, InjectedEvents.SUBMITTED.replace("\"Planted\"", "null")),
                        create("null-in-path" + suffix, InjectedEvents.SUBMITTED.replace("[]", "[null]")),
                        create("deep" + suffix, "[".repeat(200_000)),
                        create("no-value" + suffix, null),
                        create("unknown-word" + suffix, InjectedEvents.SUBMITTED.replace("\"WEB\"", "\"TELEPATHY\"")),
                        new PoisonRecord(
                                "no-time" + suffix,
                                RecordInjector.withHeader(
                                        InjectedEvents.submitted("no-time" + suffix), "ce_time", "yesterday")),
                        new PoisonRecord(
                                "end-of-time" + suffix,
                                RecordInjector.withHeader(
                                        InjectedEvents.submitted("end-of-time" + suffix),
                                        "ce_time",
                                        "+999999999-12-31T23:59:59Z")))
                .toList();
    }

    /** Returns records that cannot be decoded as events. */
    static List<ProducerRecord<byte[], byte[]>> unreadableRecords() {
        return List.of(
                new ProducerRecord<>(RecordInjector.TOPIC, null, null),
                new ProducerRecord<>(RecordInjector.TOPIC, new byte[] {1}, new byte[] {2}),
                RecordInjector.withHeader(InjectedEvents.submitted("no-number"), "ce_sequence", "first"));
    }

    private static PoisonRecord create(String name, @Nullable String json) {
        return new PoisonRecord(name, RecordInjector.eventRecord(name, 1, "RequestSubmitted", json));
    }
}
