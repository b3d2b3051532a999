package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiqiao.request.intake.imports.TestFile.HEADER;
import static org.yiqiao.request.intake.imports.TestFile.ROW;
import static org.yiqiao.request.intake.imports.TestFile.utf8;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.contracts.Service;
import org.yiqiao.core.aggregate.AggregateStore;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.outbox.Relay;
import org.yiqiao.core.privacy.KeystoreMasterKey;
import org.yiqiao.core.privacy.PersonKeys;
import org.yiqiao.request.SilentPublisher;
import org.yiqiao.request.TestTerritory;
import org.yiqiao.request.cases.Cases;
import org.yiqiao.request.cases.Neighbourhood;
import org.yiqiao.support.spine.YiqiaoProperties;
import org.yiqiao.testkit.Backends;

/** However an import ends, nothing of its file stays on the disk. */
class ImportWorkTest {

    private static final MongoClient CLIENT =
            MongoClients.create(Backends.shared().mongodbUri());
    private static final Neighbourhood NEIGHBOURHOOD = new Neighbourhood(TestTerritory.map(), grid -> Optional.empty());

    private final MongoDatabase database = CLIENT.getDatabase("test-" + UUID.randomUUID());

    @TempDir
    private Path folder;

    private ImportReports reports;
    private Spool spool;
    private AggregateStore store;
    private Relay relay;
    private Path file;

    @BeforeEach
    void start() throws Exception {
        Path keystore = folder.resolve("master.p12");
        char[] password = "changeit".toCharArray();
        KeystoreMasterKey.make(keystore, password);
        store = new AggregateStore(database, new PersonKeys(database, KeystoreMasterKey.read(keystore, password)));
        relay = new Relay(store, new SilentPublisher(), Clock.systemUTC());
        reports = new ImportReports(database);
        spool = new Spool(new YiqiaoProperties(Service.RESIDENT_REQUESTS, "test-", folder));
        file = spool.take("1.csv", false, new ByteArrayInputStream(utf8(HEADER + "\n" + ROW + "\n")));
    }

    @AfterEach
    void end() {
        relay.close();
    }

    @Test
    void oneThatIsDoneLeavesNothing() throws Exception {
        ImportReport ended = imported(() -> NEIGHBOURHOOD);

        assertThat(ended.state()).isEqualTo(ImportReport.State.DONE);
        assertThat(ended.imported()).isEqualTo(1);
        assertThat(file).doesNotExist();
    }

    @Test
    void oneThatFailedUnexpectedlyLeavesNothing() throws Exception {
        ImportReport ended = imported(() -> {
            throw new IllegalStateException("Something unexpected");
        });

        assertThat(ended.failure()).isEqualTo("unexpected");
        assertThat(file).doesNotExist();
    }

    @Test
    void anOutageIsWaitedForWithTheFileKept() throws Exception {
        AtomicBoolean wasAway = new AtomicBoolean();
        ImportReport ended = imported(() -> {
            assertThat(file).exists();
            if (wasAway.compareAndSet(false, true)) {
                throw new MongoException("The store is away");
            }
            return NEIGHBOURHOOD;
        });

        assertThat(wasAway).isTrue();
        assertThat(ended.imported()).isEqualTo(1);
        assertThat(file).doesNotExist();
    }

    @Test
    void oneWhoseFileIsGoneHasFailed() throws Exception {
        Files.delete(file);
        assertThat(imported(() -> NEIGHBOURHOOD).failure()).isEqualTo("import.file-gone");
    }

    @Test
    void oneThatCannotBeAcceptedLeavesNothing() {
        try (MongoClient away = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50")) {
            reports = new ImportReports(away.getDatabase("test"));
            assertThatThrownBy(() -> work(() -> NEIGHBOURHOOD).accept("1", "open311", file))
                    .isInstanceOf(MongoException.class);
        }
        assertThat(file).doesNotExist();
    }

    private ImportReport imported(Supplier<Neighbourhood> neighbourhood) throws IOException, InterruptedException {
        reports.keep(
                "1",
                ImportReport.started("open311", "1.csv", 1, Clock.systemUTC().instant()));
        work(neighbourhood).toTheEnd("1");
        return reports.of("1").orElseThrow();
    }

    private ImportWork work(Supplier<Neighbourhood> neighbourhood) {
        return new ImportWork(
                reports,
                spool,
                new CommandHandler<>(new Cases(neighbourhood), store, relay, Clock.systemUTC()),
                Clock.systemUTC());
    }
}
