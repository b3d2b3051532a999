package org.yiqiao.bench.modulith.requests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.Externalized;

/** The event that goes to Kafka, keyed by its request; address and description stay at home, as in Yiqiao. */
@Externalized("#{@environment.getRequiredProperty('peer.topic')}::#{#this.id()}")
public record RequestSubmitted(
        String id,
        long seq,
        String service,
        @Nullable String kind,
        String channel,
        @Nullable Double lat,
        @Nullable Double lon,
        Instant requestedAt) {}
