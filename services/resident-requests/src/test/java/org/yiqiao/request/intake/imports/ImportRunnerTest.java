package org.yiqiao.request.intake.imports;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiqiao.request.intake.imports.CsvFixture.HEADER;
import static org.yiqiao.request.intake.imports.CsvFixture.ROW;
import static org.yiqiao.request.intake.imports.CsvFixture.utf8;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.binding.runtime.ServiceProperties;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.aggregate.AggregateStore;
import org.yiqiao.core.outbox.OutboxRelay;
import org.yiqiao.core.privacy.KeystoreMasterKey;
import org.yiqiao.core.privacy.PersonEncryptionKeyStore;
import org.yiqiao.request.NoOpEventPublisher;
import org.yiqiao.request.TerritoryMapFixture;
import org.yiqiao.request.cases.CaseAggregateType;
import org.yiqiao.request.cases.CaseDecisionFacts;
import org.yiqiao.testkit.TestBackends;

/** The uploaded file is deleted after every outcome of an import. */
class ImportRunnerTest {

    private static final MongoClient CLIENT =
            MongoClients.create(TestBackends.shared().mongodbUri());
    private static final CaseDecisionFacts FACTS =
            new CaseDecisionFacts(TerritoryMapFixture.map(), grid -> Optional.empty());

    private final MongoDatabase database = CLIENT.getDatabase("test-" + UUID.randomUUID());

    @TempDir
    private Path folder;

    private ImportReportStore reports;
    private UploadSpool spool;
    private PersonEncryptionKeyStore keys;
    private AggregateStore store;
    private OutboxRelay relay;
    private Path file;

    @BeforeEach
    void setUp() throws Exception {
        Path keystore = folder.resolve("master.p12");
        char[] password = "changeit".toCharArray();
        KeystoreMasterKey.create(keystore, password);
        keys = new PersonEncryptionKeyStore(database, KeystoreMasterKey.load(keystore, password));
        store = new AggregateStore(database, keys);
        relay = new OutboxRelay(store, new NoOpEventPublisher(), Clock.systemUTC());
        reports = new ImportReportStore(database);
        spool = new UploadSpool(new ServiceProperties(PlatformService.RESIDENT_REQUESTS, "test-", folder));
        file = spool.store(
                "1.csv", false, FileOptions.open311(), new ByteArrayInputStream(utf8(HEADER + "\n" + ROW + "\n")));
    }

    @AfterEach
    void tearDown() {
        relay.close();
    }

    @Test
    void successfulImportDeletesFile() throws Exception {
        ImportReport report = runImport(() -> FACTS);

        assertThat(report.state()).isEqualTo(ImportReport.State.DONE);
        assertThat(report.counts().imported()).isEqualTo(1);
        assertThat(file).doesNotExist();
    }

    @Test
    void farRowIsRejectedAndRowWithoutPointBelongsToOperatorsTownship() throws Exception {
        Files.writeString(file, """
                service_request_id,status,service_name,requested_datetime,lat,long
                far,open,Noise,2026-01-01T08:00:00+08:00,29,128.5
                zero,open,Noise,2026-01-01T08:00:00+08:00,0.0,0
                none,open,Noise,2026-01-01T08:00:00+08:00,,
                nowhere,,Noise,2026-01-01T08:00:00+08:00,,
                near,open,Noise,2026-01-01T08:00:00+08:00,31,128.1
                """);
        CaseDecisionFacts twoTownships =
                new CaseDecisionFacts(TerritoryMapFixture.twoTownships(), grid -> Optional.empty());

        ImportReport report = runImport(() -> twoTownships);

        assertThat(report.counts().read()).isEqualTo(5);
        assertThat(report.counts().imported()).isEqualTo(3);
        assertThat(report.rejections())
                .extracting(row -> row.line() + " " + row.code())
                .containsExactly("2 row.too-far", "5 row.unknown-status");
        assertThat(report.counts().rejected()).isEqualTo(2);
        assertThat(townshipOf("open311-zero")).isEqualTo(TerritoryMapFixture.NEIGHBOUR);
        assertThat(townshipOf("open311-none")).isEqualTo(TerritoryMapFixture.NEIGHBOUR);
        assertThat(townshipOf("open311-near")).isEqualTo(TerritoryMapFixture.TOWN);
    }

    @Test
    void importStartedByEarlierVersionContinues() throws Exception {
        saveReport();
        database.getCollection("imports").updateOne(eq("1"), unset("report.home"));

        importRunner(() -> FACTS).runToCompletion("1");

        assertThat(reports.find("1").orElseThrow().counts().imported()).isEqualTo(1);
    }

    private @Nullable String townshipOf(String id) {
        return store.find(new CaseAggregateType(() -> FACTS), id)
                .orElseThrow()
                .state()
                .whereabouts()
                .township();
    }

    @Test
    void failedImportDeletesFile() throws Exception {
        ImportReport report = runImport(() -> {
            throw new IllegalStateException("Unexpected failure");
        });

        assertThat(report.failure()).isEqualTo("unexpected");
        assertThat(file).doesNotExist();
    }

    @Test
    void outageIsRetriedAndFileIsKept() throws Exception {
        AtomicBoolean failedOnce = new AtomicBoolean();
        ImportReport report = runImport(() -> {
            assertThat(file).exists();
            if (failedOnce.compareAndSet(false, true)) {
                throw new MongoException("The store is unavailable");
            }
            return FACTS;
        });

        assertThat(failedOnce).isTrue();
        assertThat(report.counts().imported()).isEqualTo(1);
        assertThat(file).doesNotExist();
    }

    @Test
    void missingFileFailsImport() throws Exception {
        Files.delete(file);
        assertThat(runImport(() -> FACTS).failure()).isEqualTo("import.file-gone");
    }

    @Test
    void failedRegistrationDeletesFile() {
        try (MongoClient unavailable = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50")) {
            reports = new ImportReportStore(unavailable.getDatabase("test"));
            assertThatThrownBy(() -> importRunner(() -> FACTS)
                            .register("1", "open311", false, FileOptions.open311(), List.of(), file))
                    .isInstanceOf(MongoException.class);
        }
        assertThat(file).doesNotExist();
    }

    private ImportReport runImport(Supplier<CaseDecisionFacts> facts) throws IOException, InterruptedException {
        saveReport();
        importRunner(facts).runToCompletion("1");
        return reports.find("1").orElseThrow();
    }

    private void saveReport() {
        reports.save(
                "1",
                ImportReport.start(
                        "open311",
                        "1.csv",
                        1,
                        false,
                        FileOptions.open311(),
                        List.of(TerritoryMapFixture.NEIGHBOUR),
                        Clock.systemUTC().instant()));
    }

    private ImportRunner importRunner(Supplier<CaseDecisionFacts> facts) {
        return new ImportRunner(
                reports,
                spool,
                new RejectedRowStore(database, keys, Clock.systemUTC(), Duration.ofDays(7)),
                new AggregateCommandHandler<>(new CaseAggregateType(facts), store, relay, Clock.systemUTC()),
                Clock.systemUTC());
    }
}
