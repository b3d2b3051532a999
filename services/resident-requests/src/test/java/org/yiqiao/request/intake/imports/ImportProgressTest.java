package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiqiao.request.intake.imports.ImportReport.RejectedRow;
import org.yiqiao.request.intake.imports.ImportReport.State;

class ImportProgressTest {

    private static final Instant STARTED = Instant.parse("2026-03-02T02:10:00Z");

    private final ImportReport started = ImportReport.start("open311", "1.csv", 17, List.of("330109106"), STARTED);

    @Test
    void everyReadRowIsImportedPresentOrRejected() {
        ImportProgress progress = new ImportProgress(started);
        progress.addImported(false);
        progress.addImported(true);
        progress.addAlreadyPresent(3);
        progress.addRejected(7, new InvalidRowException("row.no-id"));
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
    void progressContinuesFromReport() {
        ImportProgress before = new ImportProgress(started);
        before.addImported(true);
        before.addRejected(3, new InvalidRowException("row.no-id"));
        ImportProgress after = new ImportProgress(before.report());
        after.addAlreadyPresent(1);
        after.addRejected(5, new InvalidRowException("row.no-date"));
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
                        null,
                        List.of("330109106")));
    }

    @Test
    void rejectionsAreListedByLine() {
        ImportProgress progress = new ImportProgress(started);
        progress.addRejected(7, new InvalidRowException("row.no-id"));
        progress.addRejected(3, "row.too-far");
        assertThat(progress.report().rejections())
                .containsExactly(new RejectedRow(3, "row.too-far"), new RejectedRow(7, "row.no-id"));
    }

    @Test
    void allRejectionsAreCountedButOnlyThousandAreStored() {
        ImportProgress progress = new ImportProgress(started);
        for (int line = 2; line < 1_202; line++) {
            progress.addRejected(line, new InvalidRowException("row.no-id"));
        }
        assertThat(progress.report().rejected()).isEqualTo(1_200);
        assertThat(progress.report().rejections()).hasSize(1_000).last().isEqualTo(new RejectedRow(1_001, "row.no-id"));
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
