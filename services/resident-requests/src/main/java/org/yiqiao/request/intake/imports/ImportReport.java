package org.yiqiao.request.intake.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The progress of an import. The invariant {@code read = imported + alreadyPresent + rejected} always holds.
 *
 * @param spool name of the imported file
 * @param bytes size of that file
 * @param unrouted number of imported rows without a place in any township
 * @param rejections the first thousand rejected rows
 * @param failure code of the error that ended the import before the end of the file, null without an error
 * @param home scopes of the importing operator's posts; null in reports of earlier versions
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
        @Nullable Instant finishedAt,
        @Nullable List<String> home) {

    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /** @param line line of the file where the row starts; the header is line 1 */
    public record RejectedRow(long line, String code) {}

    static ImportReport start(String source, String spool, long bytes, List<String> home, Instant now) {
        return new ImportReport(State.RUNNING, source, spool, bytes, 0, 0, 0, 0, 0, List.of(), null, now, null, home);
    }

    ImportReport finish(@Nullable String failureCode, Instant now) {
        return new ImportReport(
                failureCode == null ? State.DONE : State.FAILED,
                source,
                spool,
                bytes,
                read,
                imported,
                alreadyPresent,
                rejected,
                unrouted,
                rejections,
                failureCode,
                startedAt,
                now,
                home);
    }
}
