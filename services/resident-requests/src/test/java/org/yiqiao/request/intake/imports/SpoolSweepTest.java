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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.contracts.Service;
import org.yiqiao.support.spine.YiqiaoProperties;
import org.yiqiao.testkit.Backends;

/** What a killed process left in the spool does not stay there. */
class SpoolSweepTest {

    private static final MongoClient CLIENT =
            MongoClients.create(Backends.shared().mongodbUri());
    private static final Instant NOW = Instant.parse("2026-03-02T02:10:00Z");
    private static final Instant LONG_AGO = NOW.minus(SpoolSweep.SILENCE).minusSeconds(1);
    private static final Instant JUST_NOW = NOW.minusSeconds(60);

    private final MongoDatabase database = CLIENT.getDatabase("test-" + UUID.randomUUID());

    @TempDir
    private Path folder;

    private ImportReports reports;
    private Spool spool;

    @BeforeEach
    void start() {
        reports = new ImportReports(database);
        spool = new Spool(new YiqiaoProperties(Service.RESIDENT_REQUESTS, "test-", folder));
    }

    @Test
    void aFileOfAnImportThatGoesOnStays() throws IOException {
        reports.keep("1", report("1.csv"));
        assertThat(swept("1.csv", LONG_AGO)).exists();
    }

    @Test
    void aFileOfAnImportThatHasEndedGoesAtOnce() throws IOException {
        reports.keep("1", report("1.csv").ended(null, NOW));
        reports.keep("2", report("2.csv").ended("unexpected", NOW));
        assertThat(swept("1.csv", JUST_NOW)).doesNotExist();
        assertThat(swept("2.csv", JUST_NOW)).doesNotExist();
    }

    @Test
    void aFileThatNoReportNamesGoesWhenNobodyCanBeWritingItAnyMore() throws IOException {
        assertThat(swept("1.csv", JUST_NOW)).exists();
        assertThat(swept("1.csv", LONG_AGO)).doesNotExist();
        assertThat(swept("1.csv123.half", JUST_NOW)).exists();
        assertThat(swept("1.csv123.half", LONG_AGO)).doesNotExist();
    }

    @Test
    void whereNothingWasEverUploadedNothingIsSwept() {
        sweep();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nothingIsDeletedWhileTheStoreDoesNotSayWhatGoesOn() throws IOException {
        try (MongoClient away = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50")) {
            reports = new ImportReports(away.getDatabase("test"));
            assertThat(swept("1.csv", LONG_AGO)).exists();
        }
    }

    private Path swept(String name, Instant writtenAt) throws IOException {
        Path file = spool.file(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "secret");
        Files.setLastModifiedTime(file, FileTime.from(writtenAt));
        sweep();
        return file;
    }

    private void sweep() {
        new SpoolSweep(spool, reports, Clock.fixed(NOW, ZoneOffset.UTC)).sweep();
    }

    private static ImportReport report(String file) {
        return ImportReport.started("open311", file, 6, NOW);
    }
}
