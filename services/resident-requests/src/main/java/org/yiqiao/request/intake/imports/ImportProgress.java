package org.yiqiao.request.intake.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yiqiao.request.intake.imports.ImportReport.RejectedRow;

/** Counts the rows of a running import. */
final class ImportProgress {

    private static final int MAX_REJECTIONS = 1_000;

    private final ImportReport started;
    private final List<RejectedRow> rejections;
    private long imported;
    private long alreadyPresent;
    private long rejected;
    private long unrouted;

    /** Continues the counts of the report. */
    ImportProgress(ImportReport report) {
        this.started = report;
        this.rejections = new ArrayList<>(report.rejections());
        this.imported = report.imported();
        this.alreadyPresent = report.alreadyPresent();
        this.rejected = report.rejected();
        this.unrouted = report.unrouted();
    }

    void addImported(boolean isUnrouted) {
        imported++;
        unrouted += isUnrouted ? 1 : 0;
    }

    void addAlreadyPresent(long rows) {
        alreadyPresent += rows;
    }

    void addRejected(long line, InvalidRowException rejection) {
        addRejected(line, rejection.code());
    }

    void addRejected(long line, String code) {
        rejected++;
        if (rejections.size() < MAX_REJECTIONS) {
            rejections.add(new RejectedRow(line, code));
        }
    }

    ImportReport report() {
        return new ImportReport(
                started.state(),
                started.source(),
                started.spool(),
                started.bytes(),
                imported + alreadyPresent + rejected,
                imported,
                alreadyPresent,
                rejected,
                unrouted,
                rejections.stream()
                        .sorted(Comparator.comparingLong(RejectedRow::line))
                        .toList(),
                null,
                started.startedAt(),
                null,
                started.home());
    }
}
