package org.yiqiao.request.intake.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The progress of an import.
 *
 * @param spool name of the imported file
 * @param bytes size of that file
 * @param dryRun whether the import only counts, and writes nothing but this report
 * @param options stored form of {@link FileOptions}; null in reports of earlier versions
 * @param format detected format of the file, null until the file is open
 * @param rejections the first thousand rejected rows
 * @param conflicts the first thousand rows with a conflict
 * @param faults number and first row of each kind of rejection and conflict
 * @param plan outcomes planned for the batch that is being written, so that a resumed import counts them exactly;
 *     null between batches
 * @param failure code of the error that ended the import before the end of the file, null without an error
 * @param home scopes of the importing operator's posts; null in reports of earlier versions
 */
public record ImportReport(
        State state,
        String source,
        String spool,
        long bytes,
        boolean dryRun,
        @Nullable String options,
        @Nullable FileFormat format,
        ImportCounts counts,
        List<ReportedRow> rejections,
        List<ReportedRow> conflicts,
        List<FaultCount> faults,
        @Nullable String plan,
        @Nullable String failure,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable List<String> home) {

    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * A row that was not applied.
     *
     * @param line line of the file where the row starts; the header is line 1
     * @param details details of the message, null in reports of earlier versions
     */
    public record ReportedRow(
            long line, String code, @Nullable Map<String, String> details) {}

    /**
     * The rows with one fault.
     *
     * @param conflict whether the rows are conflicts; otherwise they are rejected
     * @param first the first row
     */
    public record FaultCount(String code, boolean conflict, long count, ReportedRow first) {}

    static ImportReport start(
            String source,
            String spool,
            long bytes,
            boolean dryRun,
            FileOptions options,
            List<String> home,
            Instant now) {
        return new ImportReport(
                State.RUNNING,
                source,
                spool,
                bytes,
                dryRun,
                options.toJson(),
                null,
                ImportCounts.NONE,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                now,
                null,
                home);
    }

    /** Returns this report with new progress. */
    ImportReport withProgress(
            @Nullable FileFormat newFormat,
            ImportCounts newCounts,
            List<ReportedRow> newRejections,
            List<ReportedRow> newConflicts,
            List<FaultCount> newFaults,
            @Nullable String newPlan) {
        return new ImportReport(
                state,
                source,
                spool,
                bytes,
                dryRun,
                options,
                newFormat,
                newCounts,
                newRejections,
                newConflicts,
                newFaults,
                newPlan,
                failure,
                startedAt,
                finishedAt,
                home);
    }

    /** Returns this report without any progress. */
    ImportReport restarted() {
        return withProgress(format, ImportCounts.NONE, List.of(), List.of(), List.of(), null);
    }

    ImportReport finish(@Nullable String failureCode, Instant now) {
        return new ImportReport(
                failureCode == null ? State.DONE : State.FAILED,
                source,
                spool,
                bytes,
                dryRun,
                options,
                format,
                counts,
                rejections,
                conflicts,
                faults,
                null,
                failureCode,
                startedAt,
                now,
                home);
    }
}
