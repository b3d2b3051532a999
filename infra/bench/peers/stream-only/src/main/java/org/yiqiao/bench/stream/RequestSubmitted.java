package org.yiqiao.bench.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The event of a new request, sent to Kafka. As in Yiqiao, address and description are not part of the event. */
public record RequestSubmitted(
        String id,
        long seq,
        String service,
        @Nullable String kind,
        String channel,
        @Nullable Double lat,
        @Nullable Double lon,
        Instant requestedAt) {}
