package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiqiao.request.intake.imports.ImportReport.FaultCount;
import org.yiqiao.request.intake.imports.ImportReport.ReportedRow;
import org.yiqiao.request.intake.imports.ImportReport.State;

class ImportProgressTest {

    private static final Instant STARTED = Instant.parse("2026-03-02T02:10:00Z");
    private static final RowFault NO_ID = RowFault.of("row.no-id");
    private static final RowFault NO_DATE = RowFault.of("row.no-date");
    private static final RowFault HANDLED = RowFault.of("row.handled-here");

    private final ImportReport started =
            ImportReport.start("open311", "1.csv", 17, false, FileOptions.open311(), List.of("330109106"), STARTED);

    @Test
    void sumOfAllCountsIsRead() {
        ImportProgress progress = new ImportProgress(started);
        progress.addImported(false);
        progress.addImported(true);
        progress.addUpdated();
        progress.addUnchanged();
        progress.addUnchanged();
        progress.addConflict(6, HANDLED);
        progress.addRejected(7, NO_ID);
        ImportReport report = progress.report(null);
        assertThat(report.counts()).isEqualTo(new ImportCounts(2, 1, 2, 1, 1, 1));
        assertThat(report.counts().read()).isEqualTo(7);
        assertThat(report.rejections()).containsExactly(new ReportedRow(7, "row.no-id", Map.of()));
        assertThat(report.conflicts()).containsExactly(new ReportedRow(6, "row.handled-here", Map.of()));
        assertThat(report.state()).isEqualTo(State.RUNNING);
    }

    @Test
    void progressContinuesFromReport() {
        ImportProgress before = new ImportProgress(started);
        before.addImported(true);
        before.addRejected(3, NO_ID);
        ImportProgress after = new ImportProgress(before.report("12"));
        after.addUnchanged();
        after.addRejected(5, NO_DATE);
        ImportReport report = after.report(null);
        assertThat(report.counts()).isEqualTo(new ImportCounts(1, 0, 1, 0, 2, 1));
        assertThat(report.rejections()).extracting(ReportedRow::line).containsExactly(3L, 5L);
        assertThat(report.faults()).extracting(FaultCount::code).containsExactly("row.no-id", "row.no-date");
        assertThat(report.plan()).isNull();
        assertThat(report.home()).containsExactly("330109106");
    }

    @Test
    void everyFaultIsCountedWithItsFirstRow() {
        ImportProgress progress = new ImportProgress(started);
        progress.addRejected(4, NO_ID);
        progress.addConflict(5, HANDLED);
        progress.addRejected(9, NO_ID);
        assertThat(progress.report(null).faults())
                .isEqualTo(List.of(
                        new FaultCount("row.no-id", false, 2, new ReportedRow(4, "row.no-id", Map.of())),
                        new FaultCount("row.handled-here", true, 1, new ReportedRow(5, "row.handled-here", Map.of()))));
    }

    @Test
    void allRejectionsAreCountedButOnlyThousandAreListed() {
        ImportProgress progress = new ImportProgress(started);
        for (int line = 2; line < 1_202; line++) {
            progress.addRejected(line, NO_ID);
        }
        ImportReport report = progress.report(null);
        assertThat(report.counts().rejected()).isEqualTo(1_200);
        assertThat(report.rejections()).hasSize(1_000).last().isEqualTo(new ReportedRow(1_001, "row.no-id", Map.of()));
        assertThat(report.faults()).extracting(FaultCount::count).containsExactly(1_200L);
    }

    @Test
    void importFinishesAsDoneOrFailed() {
        Instant end = STARTED.plusSeconds(60);
        assertThat(started.finish(null, end)).satisfies(report -> {
            assertThat(report.state()).isEqualTo(State.DONE);
            assertThat(report.failure()).isNull();
            assertThat(report.finishedAt()).isEqualTo(end);
        });
        assertThat(started.finish("csv.malformed", end)).satisfies(report -> {
            assertThat(report.state()).isEqualTo(State.FAILED);
            assertThat(report.failure()).isEqualTo("csv.malformed");
        });
    }
}
