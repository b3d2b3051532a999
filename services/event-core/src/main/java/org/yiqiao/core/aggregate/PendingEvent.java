package org.yiqiao.core.aggregate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event in an aggregate's outbox, written with the state that it led to. Its JSON is kept as text, so that every
 * resend is byte-identical.
 *
 * @param seq the aggregate's version after it: 1, 2, 3… without gaps
 * @param time when it happened
 * @param recorded when it was written down
 */
public record PendingEvent(
        long seq,
        String type,
        Instant time,
        Instant recorded,
        String data,
        @Nullable String township,
        @Nullable String community,
        String correlation,
        @Nullable String causation,
        @Nullable String trace) {}
