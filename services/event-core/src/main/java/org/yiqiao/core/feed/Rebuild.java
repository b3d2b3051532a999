package org.yiqiao.core.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the rebuild of a projection is.
 *
 * @param read records of the topic so far
 * @param of records that the topic holds, as far as it was looked at
 * @param rows compared
 * @param corrected rows that were missing, or other than the log leads to, and are right now
 * @param removed rows of aggregates that the log does not know
 * @param left rows left as they are, since the log has an event for them that cannot be applied any more
 * @param ended null while it is running
 * @param failure null unless it failed
 */
public record Rebuild(
        String subscriber,
        State state,
        long read,
        long of,
        long rows,
        long corrected,
        long removed,
        long left,
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
