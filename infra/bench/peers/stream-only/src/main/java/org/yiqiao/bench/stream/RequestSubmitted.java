package org.yiqiao.bench.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The event that goes to Kafka; address and description stay at home, as in Yiqiao. */
public record RequestSubmitted(
        String id,
        long seq,
        String service,
        @Nullable String kind,
        String channel,
        @Nullable Double lat,
        @Nullable Double lon,
        Instant requestedAt) {}
