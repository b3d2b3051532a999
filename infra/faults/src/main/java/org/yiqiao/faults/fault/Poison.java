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
record Poison(String name, ProducerRecord<byte[], byte[]> record) {

    /** One of each kind, of subjects that end with {@code mark}. */
    static List<Poison> all(String mark) {
        return Stream.of(
                        of("broken-json" + mark, "{\"service\":"),
                        of("wrong-schema" + mark, Events.SUBMITTED.replace("[]", "\"nowhere\"")),
                        of("missing-field" + mark, Events.SUBMITTED.replace("\"service\":\"Planted\",", "")),
                        of("null-field" + mark, Events.SUBMITTED.replace("\"Planted\"", "null")),
                        of("null-in-path" + mark, Events.SUBMITTED.replace("[]", "[null]")),
                        of("deep" + mark, "[".repeat(200_000)),
                        of("no-value" + mark, null),
                        of("unknown-word" + mark, Events.SUBMITTED.replace("\"WEB\"", "\"TELEPATHY\"")),
                        new Poison(
                                "no-time" + mark,
                                Planter.with(Events.submitted("no-time" + mark), "ce_time", "yesterday")),
                        new Poison(
                                "end-of-time" + mark,
                                Planter.with(
                                        Events.submitted("end-of-time" + mark),
                                        "ce_time",
                                        "+999999999-12-31T23:59:59Z")))
                .toList();
    }

    /** Records that are no events at all. */
    static List<ProducerRecord<byte[], byte[]>> unreadable() {
        return List.of(
                new ProducerRecord<>(Planter.TOPIC, null, null),
                new ProducerRecord<>(Planter.TOPIC, new byte[] {1}, new byte[] {2}),
                Planter.with(Events.submitted("no-number"), "ce_sequence", "first"));
    }

    private static Poison of(String name, @Nullable String json) {
        return new Poison(name, Planter.event(name, 1, "RequestSubmitted", json));
    }
}
