package org.yiqiao.core.processing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the rebuild of a projection.
 *
 * @param read records of the topic read so far
 * @param total records that the topic holds, as of the last check
 * @param rows rows compared
 * @param corrected rows that were missing or different from the result of the event log, and are correct now
 * @param removed rows of aggregates that the event log does not contain
 * @param skipped rows left unchanged, because the event log has an event for them that can no longer be applied
 * @param ended null while the rebuild is running
 * @param failure null unless the rebuild failed
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

    /** The phase of a rebuild. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
