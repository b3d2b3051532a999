package org.yiqiao.request.intake.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is. {@code read = imported + alreadyPresent + rejected} at any time.
 *
 * @param spool name of the file that is being imported
 * @param bytes size of that file
 * @param unrouted of the imported rows, how many no township held
 * @param rejections the first thousand
 * @param failure code of what ended the import before the end of the file
 */
public record ImportReport(
        State state,
        String source,
        String spool,
        long bytes,
        long read,
        long imported,
        long alreadyPresent,
        long rejected,
        long unrouted,
        List<RejectedRow> rejections,
        @Nullable String failure,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /** @param line of the file where the row starts; the header is line 1 */
    public record RejectedRow(long line, String code) {}

    static ImportReport start(String source, String spool, long bytes, Instant now) {
        return new ImportReport(State.RUNNING, source, spool, bytes, 0, 0, 0, 0, 0, List.of(), null, now, null);
    }

    ImportReport finish(@Nullable String because, Instant now) {
        return new ImportReport(
                because == null ? State.DONE : State.FAILED,
                source,
                spool,
                bytes,
                read,
                imported,
                alreadyPresent,
                rejected,
                unrouted,
                rejections,
                because,
                startedAt,
                now);
    }
}
