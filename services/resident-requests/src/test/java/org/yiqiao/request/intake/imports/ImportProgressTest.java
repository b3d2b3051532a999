package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiqiao.request.intake.imports.ImportReport.RejectedRow;
import org.yiqiao.request.intake.imports.ImportReport.State;

class ImportProgressTest {

    private static final Instant STARTED = Instant.parse("2026-03-02T02:10:00Z");

    private final ImportReport started = ImportReport.started("open311", "1.csv", 17, STARTED);

    @Test
    void everyRowThatWasReadIsImportedPresentOrRejected() {
        ImportProgress progress = new ImportProgress(started);
        progress.imported(false);
        progress.imported(true);
        progress.alreadyPresent(3);
        progress.rejected(7, new RowFault("row.no-id"));
        ImportReport report = progress.report();
        assertThat(report.read()).isEqualTo(6);
        assertThat(report.imported()).isEqualTo(2);
        assertThat(report.unrouted()).isEqualTo(1);
        assertThat(report.alreadyPresent()).isEqualTo(3);
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.rejections()).containsExactly(new RejectedRow(7, "row.no-id"));
        assertThat(report.state()).isEqualTo(State.RUNNING);
    }

    @Test
    void afterARestartItGoesOnWhereTheReportStood() {
        ImportProgress before = new ImportProgress(started);
        before.imported(true);
        before.rejected(3, new RowFault("row.no-id"));
        ImportProgress after = new ImportProgress(before.report());
        after.alreadyPresent(1);
        after.rejected(5, new RowFault("row.no-date"));
        assertThat(after.report())
                .isEqualTo(new ImportReport(
                        State.RUNNING,
                        "open311",
                        "1.csv",
                        17,
                        4,
                        1,
                        1,
                        2,
                        1,
                        List.of(new RejectedRow(3, "row.no-id"), new RejectedRow(5, "row.no-date")),
                        null,
                        STARTED,
                        null));
    }

    @Test
    void allRejectionsCountButOnlyAThousandAreKept() {
        ImportProgress progress = new ImportProgress(started);
        for (int line = 2; line < 1_202; line++) {
            progress.rejected(line, new RowFault("row.no-id"));
        }
        assertThat(progress.report().rejected()).isEqualTo(1_200);
        assertThat(progress.report().rejections()).hasSize(1_000).last().isEqualTo(new RejectedRow(1_001, "row.no-id"));
    }

    @Test
    void anImportEndsWellOrForAReason() {
        Instant end = STARTED.plusSeconds(60);
        assertThat(started.ended(null, end)).satisfies(report -> {
            assertThat(report.state()).isEqualTo(State.DONE);
            assertThat(report.failure()).isNull();
            assertThat(report.finishedAt()).isEqualTo(end);
        });
        assertThat(started.ended("csv.malformed", end)).satisfies(report -> {
            assertThat(report.state()).isEqualTo(State.FAILED);
            assertThat(report.failure()).isEqualTo("csv.malformed");
        });
    }
}
