package org.yiqiao.core.aggregate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event in an aggregate's outbox, written together with the state that it leads to. Its JSON is stored as text, so
 * that every resend is byte-identical.
 *
 * @param seq version of the aggregate after the event: 1, 2, 3… without gaps
 * @param time time at which the event happened
 * @param recorded time at which the event was recorded
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
