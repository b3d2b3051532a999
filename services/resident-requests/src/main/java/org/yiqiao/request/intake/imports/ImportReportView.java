package org.yiqiao.request.intake.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The progress and the result of an import.
 *
 * @param id id of the import
 * @param state running, done or failed
 * @param source the system that issued the ids in the file
 * @param dryRun whether the import only reports its outcome
 * @param read number of rows that were read: the sum of imported, updated, unchanged, conflicts and rejected
 * @param imported number of rows that became new requests
 * @param updated number of rows that changed a request
 * @param unchanged number of rows that changed nothing
 * @param conflicts number of rows that contradict a request
 * @param rejected number of rows with a fault
 * @param unrouted number of imported requests without a grid
 * @param alreadyPresent the sum of updated, unchanged and conflicts; a former name, kept for clients
 * @param faults number and first row of each kind of rejection and conflict
 * @param rejections the first thousand rejected rows
 * @param conflictRows the first thousand rows with a conflict
 * @param rejectedRows path of the file with all rejected rows, absent if there is none
 * @param rejectedRowsUntil time at which this file is deleted
 * @param format format of the file, as declared or detected
 * @param failure problem code of a failed import; absent otherwise
 * @param message message of that code
 * @param startedAt time at which the import started
 * @param finishedAt time at which it ended; absent while it runs
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

    /**
     * A row that was not applied.
     *
     * @param line line of the row in the file
     * @param code problem code of the fault
     * @param message message of that code
     */
    record RowView(long line, String code, String message) {}

    /**
     * The rows with one fault.
     *
     * @param code problem code of the fault
     * @param outcome {@code rejected} or {@code conflict}
     * @param count number of these rows
     * @param firstLine line of the first of these rows
     * @param message message of that row
     */
    record FaultView(String code, String outcome, long count, long firstLine, String message) {}
}
