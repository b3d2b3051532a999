package org.yiqiao.testkit.records;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.Headers;

/** Adds the record headers of an event that appoints the chief of a post. */
public final class AppointmentHeaders {

    private AppointmentHeaders() {}

    /** @param seq sequence number of the event */
    public static void addTo(Headers headers, String post, long seq) {
        Map.of(
                        "ce_id",
                        post + "-" + seq,
                        "ce_source",
                        "/grid-management/grid-post/" + post,
                        "ce_type",
                        "org.yiqiao.grid.GridChiefAppointed.v1",
                        "ce_subject",
                        post,
                        "ce_time",
                        "2026-01-01T00:00:00Z",
                        "ce_recordedtime",
                        "2026-01-01T00:00:00Z",
                        "ce_sequence",
                        "%019d".formatted(seq),
                        "ce_correlationid",
                        "c")
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
    }
}
