package org.yiqiao.support.operations;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiqiao.core.processing.RebuildStatus;

/**
 * The status of a rebuild for operators.
 *
 * @param name name of the projection
 * @param state running, done or failed
 * @param read records of the topic read so far
 * @param of known number of records in the topic
 * @param rows rows compared
 * @param corrected rows that were missing or wrong and are now correct
 * @param removed rows removed because the topic has no event of their aggregate
 * @param left rows left unchanged because the topic has an event for them that can no longer be applied
 * @param startedAt time at which the rebuild was requested
 * @param finishedAt time at which it ended; absent while it runs
 * @param failure cause of a failed rebuild, absent otherwise
 */
record RebuildStatusView(
        String name,
        String state,
        long read,
        long of,
        long rows,
        long corrected,
        long removed,
        long left,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String failure) {

    static RebuildStatusView of(RebuildStatus rebuild) {
        return new RebuildStatusView(
                rebuild.subscriber(),
                rebuild.state().name().toLowerCase(Locale.ROOT),
                rebuild.read(),
                rebuild.total(),
                rebuild.rows(),
                rebuild.corrected(),
                rebuild.removed(),
                rebuild.skipped(),
                rebuild.started(),
                rebuild.ended(),
                rebuild.failure());
    }
}
