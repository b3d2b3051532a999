package org.yiqiao.faults.fault;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that no subscriber of cases can take.
 *
 * @param name of what is wrong with it, and of its subject
 */
record PoisonRecord(String name, ProducerRecord<byte[], byte[]> record) {

    /** One of each kind, of subjects that end with {@code mark}. */
    static List<PoisonRecord> createAll(String mark) {
        return Stream.of(
                        create("broken-json" + mark, "{\"service\":"),
                        create("wrong-schema" + mark, InjectedEvents.SUBMITTED.replace("[]", "\"nowhere\"")),
                        create(
                                "missing-field" + mark,
                                InjectedEvents.SUBMITTED.replace("\"service\":\"Planted\",", "")),
                        create("null-field" + mark, InjectedEvents.SUBMITTED.replace("\"Planted\"", "null")),
                        create("null-in-path" + mark, InjectedEvents.SUBMITTED.replace("[]", "[null]")),
                        create("deep" + mark, "[".repeat(200_000)),
                        create("no-value" + mark, null),
                        create("unknown-word" + mark, InjectedEvents.SUBMITTED.replace("\"WEB\"", "\"TELEPATHY\"")),
                        new PoisonRecord(
                                "no-time" + mark,
                                RecordInjector.withHeader(
                                        InjectedEvents.submitted("no-time" + mark), "ce_time", "yesterday")),
                        new PoisonRecord(
                                "end-of-time" + mark,
                                RecordInjector.withHeader(
                                        InjectedEvents.submitted("end-of-time" + mark),
                                        "ce_time",
                                        "+999999999-12-31T23:59:59Z")))
                .toList();
    }

    /** Records that are no events at all. */
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
