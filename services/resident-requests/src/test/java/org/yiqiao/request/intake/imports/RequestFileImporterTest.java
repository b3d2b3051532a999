package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.contracts.CaseKind;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.aggregate.CommandMetadata;
import org.yiqiao.request.cases.CaseStage;
import org.yiqiao.request.cases.Classify;
import org.yiqiao.request.intake.imports.ImportReport.FaultCount;
import org.yiqiao.request.intake.imports.ImportReport.ReportedRow;

/** A file is imported, updates known requests, or is only tried; every row has one outcome. */
class RequestFileImporterTest {

    private static final String OPEN = "1,open,Graffiti,a,2026-01-01T08:00:00+08:00,,,34,120.5";
    private static final String CLOSED =
            "1,closed,Graffiti,a,2026-01-01T08:00:00+08:00,2026-01-02T08:00:00+08:00,,34,120.5";
    private static final String REOPENED =
            "1,open,Graffiti,a,2026-01-01T08:00:00+08:00,2026-01-03T08:00:00+08:00,,34,120.5";
    private static final String OTHER = "2,open,Litter,b,2026-01-01T08:00:00+08:00,,,,";
    private static final String NO_SERVICE = "3,open,,c,2026-01-01T08:00:00+08:00,,Xinba Road 1,,";

    @TempDir
    private Path folder;

    private ImportFixture imports;

    @BeforeEach
    void setUp() {
        imports = new ImportFixture(folder);
    }

    @AfterEach
    void tearDown() {
        imports.close();
    }

    @Test
    void laterFileClosesAndReopens() {
        assertThat(imports.importRows(OPEN, OTHER).counts()).isEqualTo(new ImportCounts(2, 0, 0, 0, 0, 1));

        assertThat(imports.importRows(CLOSED, OTHER).counts()).isEqualTo(new ImportCounts(0, 1, 1, 0, 0, 0));
        assertThat(imports.request("1").ending().closedAt()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));

        assertThat(imports.importRows(REOPENED).counts()).isEqualTo(new ImportCounts(0, 1, 0, 0, 0, 0));
        assertThat(imports.request("1").stage()).isEqualTo(CaseStage.SUBMITTED);

        assertThat(imports.importRows(REOPENED, CLOSED.replace("1,closed", "4,closed"))
                        .counts())
                .isEqualTo(new ImportCounts(1, 0, 1, 0, 0, 0));
    }

    @Test
    void requestThatIsHandledHereIsAConflict() {
        imports.importRows(OPEN);
        imports.cases.update(
                "open311-1",
                new Classify(RequestKind.REPORT, CaseKind.IMMEDIATE, null),
                CommandMetadata.of("window-1", "1"));

        ImportReport report = imports.importRows(OTHER, CLOSED);

        assertThat(report.counts()).isEqualTo(new ImportCounts(1, 0, 0, 1, 0, 1));
        assertThat(report.conflicts()).containsExactly(new ReportedRow(3, "row.handled-here", Map.of()));
        assertThat(imports.request("1").stage()).isEqualTo(CaseStage.CLASSIFIED);
    }

    @Test
    void rowsOfOneIdAreAppliedInOrder() {
        assertThat(imports.importRows(OPEN, CLOSED, REOPENED).counts()).isEqualTo(new ImportCounts(1, 2, 0, 0, 0, 0));
        assertThat(imports.request("1").stage()).isEqualTo(CaseStage.SUBMITTED);
        assertThat(imports.importRows(OPEN, CLOSED, REOPENED).counts()).isEqualTo(new ImportCounts(0, 0, 3, 0, 0, 0));
    }

    @Test
    void differentRequestsOfOneIdAreBothNamed() {
        ImportReport report = imports.importRows(OPEN, OTHER, OPEN.replace("Graffiti", "Lamp"));

        assertThat(report.counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 2, 1));
        assertThat(report.rejections())
                .containsExactly(
                        new ReportedRow(2, "row.id-twice", Map.of("other", "4")),
                        new ReportedRow(4, "row.id-twice", Map.of("other", "2")));
        assertThat(imports.cases.find("open311-1")).isEmpty();
    }

    @Test
    void olderRowBehindANewerOneIsNamed() {
        assertThat(imports.importRows(CLOSED, OPEN).rejections())
                .extracting(ReportedRow::code)
                .containsExactly("row.id-twice", "row.id-twice");
    }

    @Test
    void anotherRequestUnderAKnownIdIsAConflict() {
        imports.importRows(OPEN);
        assertThat(imports.importRows(CLOSED.replace("2026-01-01T08", "2026-01-01T07"))
                        .faults())
                .extracting(FaultCount::code)
                .containsExactly("row.other-request");
    }

    @Test
    void requestStoredByAnEarlierVersionIsUpdated() {
        imports.importRows(OPEN);
        assertThat(imports.database
                        .getCollection("case")
                        .updateMany(Filters.exists("state.need.sourceStatus"), Updates.unset("state.need.sourceStatus"))
                        .getModifiedCount())
                .isEqualTo(1);
        assertThat(imports.importRows(CLOSED).counts()).isEqualTo(new ImportCounts(0, 1, 0, 0, 0, 0));
    }

    @Test
    void rowsOfARequestFarFromEveryTownshipAreRejected() {
        String far = OPEN.replace("34,120.5", "-34,20.5");
        String farClosed = CLOSED.replace("34,120.5", "-34,20.5");

        assertThat(imports.dryRun(far, OTHER, farClosed).counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 2, 1));
        ImportReport report = imports.run("far", false, ImportFixture.lines(far, OTHER, farClosed));

        assertThat(report.counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 2, 1));
        assertThat(report.rejections())
                .containsExactly(
                        new ReportedRow(2, "row.too-far", Map.of()), new ReportedRow(4, "row.too-far", Map.of()));
        assertThat(imports.rejectedRows("far")).hasSize(2);
        assertThat(imports.cases.find("open311-1")).isEmpty();
    }

    @Test
    void dryRunCountsWhatTheImportWouldDoAndWritesNothing() {
        imports.importRows(OPEN);
        String[] rows = {CLOSED, OTHER, NO_SERVICE, OTHER, NO_SERVICE.replace("3,", "5,")};

        ImportReport dryRun = imports.dryRun(rows);

        assertThat(dryRun.state()).isEqualTo(ImportReport.State.DONE);
        assertThat(dryRun.counts()).isEqualTo(new ImportCounts(1, 1, 1, 0, 2, 1));
        assertThat(dryRun.faults())
                .extracting(fault ->
                        fault.code() + " " + fault.count() + " " + fault.first().line())
                .containsExactly("row.no-service 2 4");
        assertThat(imports.request("1").stage()).isEqualTo(CaseStage.SUBMITTED);
        assertThat(imports.cases.find("open311-2")).isEmpty();
        assertThat(imports.database.getCollection("importRejections").countDocuments())
                .isZero();

        assertThat(imports.importRows(rows).counts()).isEqualTo(dryRun.counts());
    }

    @Test
    void dryRunFollowsAnIdThroughSeveralBatches() {
        String[] rows = new String[1_200];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i == 0 ? OPEN : i == 1_100 ? CLOSED : OTHER.replaceFirst("2", "x" + i);
        }
        ImportCounts expected = new ImportCounts(1_199, 1, 0, 0, 0, 1_198);
        assertThat(imports.dryRun(rows).counts()).isEqualTo(expected);
        assertThat(imports.importRows(rows).counts()).isEqualTo(expected);
    }

    @Test
    void importThatWasKilledAfterAWriteCountsItsOwnRows() {
        imports.importRows(OPEN);
        String content = ImportFixture.lines(CLOSED, OTHER, NO_SERVICE);
        ImportReport complete = imports.run("killed", false, content);
        assertThat(complete.counts()).isEqualTo(new ImportCounts(1, 1, 0, 0, 1, 1));

        ImportReport killed = ImportReport.start(
                        "open311", "killed", 1, false, FileOptions.open311(), List.of(), ImportFixture.NOW)
                .withProgress(null, ImportCounts.NONE, List.of(), List.of(), List.of(), "215");
        ImportReport resumed = imports.resume("killed", killed, content);

        assertThat(resumed.counts()).isEqualTo(complete.counts());
        assertThat(resumed.rejections()).isEqualTo(complete.rejections());
        assertThat(imports.rejectedRows("killed")).hasSize(1);
    }

    @Test
    void importContinuesWithTheFirstRowThatItsReportDoesNotCount() {
        ImportReport killed = ImportReport.start(
                        "open311", "continued", 1, false, FileOptions.open311(), List.of(), ImportFixture.NOW)
                .withProgress(null, new ImportCounts(2, 0, 0, 0, 0, 0), List.of(), List.of(), List.of(), null);
        ImportReport resumed = imports.resume("continued", killed, ImportFixture.lines(OPEN, OTHER, NO_SERVICE));
        assertThat(resumed.counts()).isEqualTo(new ImportCounts(2, 0, 0, 0, 1, 0));
        assertThat(resumed.rejections()).extracting(ReportedRow::line).containsExactly(4L);
    }

    @Test
    void rejectedRowsCanBeCorrectedAndSentAgain() throws Exception {
        ImportReport report = imports.run("first", false, ImportFixture.lines(OPEN, NO_SERVICE));

        String file = imports.rejectedFile("first", Objects.requireNonNull(report.format()));

        assertThat(file.lines())
                .containsExactly(
                        "\uFEFFrejection_reason," + ImportFixture.HEADER,
                        "row.no-service,3,open,,c,2026-01-01T08:00:00+08:00,,Xinba Road 1,,");
        ImportReport again = imports.run("second", false, file);
        assertThat(imports.rejectedFile("second", Objects.requireNonNull(again.format())))
                .isEqualTo(file);
        assertThat(imports.run("third", false, file.replace("open,,c", "open,Lamp,c"))
                        .counts())
                .isEqualTo(new ImportCounts(1, 0, 0, 0, 0, 1));
        assertThat(imports.request("3").whereabouts().address()).isEqualTo("Xinba Road 1");
    }
}
