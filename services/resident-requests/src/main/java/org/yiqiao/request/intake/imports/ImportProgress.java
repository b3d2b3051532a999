package org.yiqiao.request.intake.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiqiao.request.intake.imports.ImportReport.FaultCount;
import org.yiqiao.request.intake.imports.ImportReport.ReportedRow;

/** Counts the rows of a running import. */
final class ImportProgress {

    private static final int MAX_REPORTED = 1_000;

    private final ImportReport started;
    private final List<ReportedRow> rejections;
    private final List<ReportedRow> conflicts;
    private final Map<String, FaultCount> faults = new LinkedHashMap<>();
    private @Nullable FileFormat format;
    private long imported;
    private long updated;
    private long unchanged;
    private long conflicting;
    private long rejected;
    private long unrouted;

    /** Continues the counts of the report. */
    ImportProgress(ImportReport report) {
        this.started = report;
        this.rejections = new ArrayList<>(report.rejections());
        this.conflicts = new ArrayList<>(report.conflicts());
        report.faults().forEach(fault -> faults.put(fault.code(), fault));
        this.format = report.format();
        ImportCounts counts = report.counts();
        this.imported = counts.imported();
        this.updated = counts.updated();
        this.unchanged = counts.unchanged();
        this.conflicting = counts.conflicts();
        this.rejected = counts.rejected();
        this.unrouted = counts.unrouted();
    }

    void setFormat(FileFormat detected) {
        format = detected;
    }

    void addImported(boolean isUnrouted) {
        imported++;
        unrouted += isUnrouted ? 1 : 0;
    }

    void addUpdated() {
        updated++;
    }

    void addUnchanged() {
        unchanged++;
    }

    void addConflict(long line, RowFault fault) {
        conflicting++;
        addFault(conflicts, true, new ReportedRow(line, fault.code(), fault.details()));
    }

    void addRejected(long line, RowFault fault) {
        rejected++;
        addFault(rejections, false, new ReportedRow(line, fault.code(), fault.details()));
    }

    private void addFault(List<ReportedRow> reported, boolean isConflict, ReportedRow row) {
        if (reported.size() < MAX_REPORTED) {
            reported.add(row);
        }
        faults.merge(
                row.code(),
                new FaultCount(row.code(), isConflict, 1, row),
                (known, one) -> new FaultCount(known.code(), isConflict, known.count() + 1, known.first()));
    }

    /** @param plan outcomes planned for the batch that is written next, null without such a batch */
    ImportReport report(@Nullable String plan) {
        return started.withProgress(
                format,
                new ImportCounts(imported, updated, unchanged, conflicting, rejected, unrouted),
                List.copyOf(rejections),
                List.copyOf(conflicts),
                List.copyOf(faults.values()),
                plan);
    }
}
