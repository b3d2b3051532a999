package org.yiqiao.bench.stream.requests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request as returned to the client. */
record RequestView(
        String id,
        long version,
        String stage,
        String service,
        RequestSubmission.@Nullable Kind kind,
        RequestSubmission.Channel channel,
        String description,
        @Nullable String address,
        RequestSubmission.@Nullable Location location,
        Instant requestedAt) {}
