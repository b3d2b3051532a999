package org.yiqiao.bench.modulith.requests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.Externalized;

/**
 * The event of a new request, sent to Kafka with the request id as key. As in Yiqiao, address and description are not
 * part of the event.
 */
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
