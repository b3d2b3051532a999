package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.binding.runtime.ServiceProperties;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.testkit.TestBackends;

/** The cleaner deletes the files that a killed process left in the spool. */
class UploadSpoolCleanerTest {

    private static final MongoClient CLIENT =
            MongoClients.create(TestBackends.shared().mongodbUri());
    private static final Instant NOW = Instant.parse("2026-03-02T02:10:00Z");
    private static final Instant LONG_AGO =
            NOW.minus(UploadSpoolCleaner.IDLE_TIMEOUT).minusSeconds(1);
    private static final Instant JUST_NOW = NOW.minusSeconds(60);

    private final MongoDatabase database = CLIENT.getDatabase("test-" + UUID.randomUUID());

    @TempDir
    private Path folder;

    private ImportReportStore reports;
    private UploadSpool spool;

    @BeforeEach
    void setUp() {
        reports = new ImportReportStore(database);
        spool = new UploadSpool(new ServiceProperties(PlatformService.RESIDENT_REQUESTS, "test-", folder));
    }

    @Test
    void fileOfRunningImportIsKept() throws IOException {
        reports.save("1", report("1.csv"));
        assertThat(writeFileAndClean("1.csv", LONG_AGO)).exists();
    }

    @Test
    void fileOfFinishedImportIsDeleted() throws IOException {
        reports.save("1", report("1.csv").finish(null, NOW));
        reports.save("2", report("2.csv").finish("unexpected", NOW));
        assertThat(writeFileAndClean("1.csv", JUST_NOW)).doesNotExist();
        assertThat(writeFileAndClean("2.csv", JUST_NOW)).doesNotExist();
    }

    @Test
    void fileWithoutReportIsDeletedAfterIdleTimeout() throws IOException {
        assertThat(writeFileAndClean("1.csv", JUST_NOW)).exists();
        assertThat(writeFileAndClean("1.csv", LONG_AGO)).doesNotExist();
        assertThat(writeFileAndClean("1.csv123.half", JUST_NOW)).exists();
        assertThat(writeFileAndClean("1.csv123.half", LONG_AGO)).doesNotExist();
    }

    @Test
    void missingFolderIsIgnored() {
        clean();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nothingIsDeletedWhileStoreIsUnavailable() throws IOException {
        try (MongoClient unavailable = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50")) {
            reports = new ImportReportStore(unavailable.getDatabase("test"));
            assertThat(writeFileAndClean("1.csv", LONG_AGO)).exists();
        }
    }

    private Path writeFileAndClean(String name, Instant writtenAt) throws IOException {
        Path file = spool.file(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "secret");
        Files.setLastModifiedTime(file, FileTime.from(writtenAt));
        clean();
        return file;
    }

    private void clean() {
        new UploadSpoolCleaner(spool, reports, Clock.fixed(NOW, ZoneOffset.UTC)).deleteOrphanedFiles();
    }

    private static ImportReport report(String file) {
        return ImportReport.start("open311", file, 6, false, FileOptions.open311(), List.of(), NOW);
    }
}
