package org.yiqiao.core.processing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the rebuild of a projection is.
 *
 * @param read records of the topic so far
 * @param total records that the topic holds, as far as it was looked at
 * @param rows compared
 * @param corrected rows that were missing, or other than the log leads to, and are right now
 * @param removed rows of aggregates that the log does not know
 * @param skipped rows left as they are, since the log has an event for them that cannot be applied any more
 * @param ended null while it is running
 * @param failure null unless it failed
 */
public record RebuildStatus(
        String subscriber,
        State state,
        long read,
        long total,
        long rows,
        long corrected,
        long removed,
        long skipped,
        Instant started,
        @Nullable Instant ended,
        @Nullable String failure) {

    /** Whether it is still at it. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
