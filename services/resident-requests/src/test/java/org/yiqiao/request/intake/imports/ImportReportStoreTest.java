package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.request.intake.imports.ImportReport.ReportedRow;

class ImportReportStoreTest {

    @TempDir
    private Path folder;

    @Test
    void reportOfAnEarlierVersionIsRead() {
        try (ImportFixture imports = new ImportFixture(folder)) {
            imports.database
                    .getCollection("imports")
                    .insertOne(new Document("_id", "old")
                            .append(
                                    "report",
                                    new Document("state", "RUNNING")
                                            .append("source", "open311")
                                            .append("spool", "old.csv")
                                            .append("bytes", 17L)
                                            .append("read", 6L)
                                            .append("imported", 3L)
                                            .append("alreadyPresent", 2L)
                                            .append("rejected", 1L)
                                            .append("unrouted", 1L)
                                            .append(
                                                    "rejections",
                                                    List.of(new Document("line", 5L).append("code", "row.no-id")))
                                            .append("startedAt", Date.from(ImportFixture.NOW))));

            ImportReport report = imports.reports.find("old").orElseThrow();

            assertThat(report.counts()).isEqualTo(new ImportCounts(3, 0, 2, 0, 1, 1));
            assertThat(report.rejections()).containsExactly(new ReportedRow(5, "row.no-id", null));
            assertThat(report.dryRun()).isFalse();
            assertThat(FileOptions.fromJson(report.options())).isEqualTo(FileOptions.open311());
            assertThat(imports.reports.runningImportIds()).containsExactly("old");
        }
    }
}
