package org.yiqiao.support.operations;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiqiao.core.processing.RebuildStatus;

/**
 * A rebuild as an operator sees it.
 *
 * @param state running, done or failed
 * @param read records of the topic so far
 * @param of records that the topic holds, as far as it was looked at
 * @param rows compared
 * @param corrected rows that were missing or wrong, and are right now
 * @param removed rows of aggregates that the log does not know
 * @param left rows left as they are, since the log has an event for them that cannot be applied any more
 * @param failure what went wrong, of one that failed
 */
record RebuildView(
        String name,
        String state,
        long read,
        long of,
        long rows,
        long corrected,
        long removed,
        long left,
        Instant started,
        @Nullable Instant ended,
        @Nullable String failure) {

    static RebuildView of(RebuildStatus rebuild) {
        return new RebuildView(
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
