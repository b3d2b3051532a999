package org.yiqiao.request.intake.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response form of an {@link ImportReport}.
 *
 * @param read number of rows that were read: the sum of imported, updated, unchanged, conflicts and rejected
 * @param alreadyPresent the sum of updated, unchanged and conflicts; a former name, kept for clients
 * @param faults number and first row of each kind of rejection and conflict
 * @param rejections the first thousand rejected rows
 * @param conflictRows the first thousand rows with a conflict
 * @param rejectedRows path of the file with all rejected rows, null if there is none
 * @param rejectedRowsUntil time at which this file is deleted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportReportView(
        String id,
        String state,
        String source,
        boolean dryRun,
        long read,
        long imported,
        long updated,
        long unchanged,
        long conflicts,
        long rejected,
        long unrouted,
        long alreadyPresent,
        List<FaultView> faults,
        List<RowView> rejections,
        List<RowView> conflictRows,
        @Nullable String rejectedRows,
        @Nullable Instant rejectedRowsUntil,
        @Nullable FileFormat format,
        @Nullable String failure,
        @Nullable String message,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /** A row that was not applied. */
    record RowView(long line, String code, String message) {}

    /**
     * The rows with one fault.
     *
     * @param outcome {@code rejected} or {@code conflict}
     * @param firstLine line of the first of these rows
     * @param message message of that row
     */
    record FaultView(String code, String outcome, long count, long firstLine, String message) {}
}
