package org.yiqiao.request.intake.imports;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.aggregate.AggregateStore;
import org.yiqiao.core.outbox.OutboxRelay;
import org.yiqiao.core.privacy.KeystoreMasterKey;
import org.yiqiao.core.privacy.PersonEncryptionKeyStore;
import org.yiqiao.request.NoOpEventPublisher;
import org.yiqiao.request.TerritoryMapFixture;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseAggregateType;
import org.yiqiao.request.cases.CaseDecisionFacts;
import org.yiqiao.testkit.TestBackends;

/** Imports files into a database of its own. */
final class ImportFixture implements AutoCloseable {

    static final String HEADER =
            "service_request_id,status,service_name,description,requested_datetime,updated_datetime,address,lat,long";

    static final Instant NOW = Instant.parse("2026-03-02T02:10:00Z");
    static final Duration KEEP_FOR = Duration.ofDays(7);

    private static final MongoClient CLIENT =
            MongoClients.create(TestBackends.shared().mongodbUri());
    private static final CaseDecisionFacts FACTS =
            new CaseDecisionFacts(TerritoryMapFixture.map(), grid -> Optional.empty());

    final MongoDatabase database = CLIENT.getDatabase("test-" + UUID.randomUUID());
    final ImportReportStore reports = new ImportReportStore(database);
    final PersonEncryptionKeyStore keys;
    final AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases;
    private final Path folder;
    private final OutboxRelay relay;

    ImportFixture(Path folder) {
        try {
            Path keystore = folder.resolve("master-" + UUID.randomUUID() + ".p12");
            char[] password = "changeit".toCharArray();
            KeystoreMasterKey.create(keystore, password);
            this.folder = folder;
            keys = new PersonEncryptionKeyStore(database, KeystoreMasterKey.load(keystore, password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        AggregateStore store = new AggregateStore(database, keys);
        relay = new OutboxRelay(store, new NoOpEventPublisher(), Clock.systemUTC());
        cases = new AggregateCommandHandler<>(new CaseAggregateType(() -> FACTS), store, relay, Clock.systemUTC());
    }

    RejectedRowStore rejectedRows(Instant now) {
        return new RejectedRowStore(database, keys, Clock.fixed(now, ZoneOffset.UTC), KEEP_FOR);
    }

    /** Imports rows below {@link #HEADER}. */
    ImportReport importRows(String... rows) {
        return run(UUID.randomUUID().toString(), false, lines(rows));
    }

    ImportReport dryRun(String... rows) {
        return run(UUID.randomUUID().toString(), true, lines(rows));
    }

    ImportReport run(String id, boolean dryRun, String content) {
        return resume(
                id,
                ImportReport.start("open311", id, content.length(), dryRun, FileOptions.open311(), List.of(), NOW),
                content);
    }

    /** Continues an import from a report. */
    ImportReport resume(String id, ImportReport report, String content) {
        try {
            Path file = Files.writeString(folder.resolve(id), content);
            new RequestFileImporter(
                            id, report, file, reports, rejectedRows(NOW), cases, Clock.fixed(NOW, ZoneOffset.UTC))
                    .run();
            return reports.find(id).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Case request(String externalId) {
        return cases.find("open311-" + externalId).orElseThrow().state();
    }

    /** Returns the file of rejected rows with the codes as reasons. */
    String rejectedFile(String id, FileFormat format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RejectedRowFileWriter file = new RejectedRowFileWriter(bytes, format)) {
            rejectedRows(NOW)
                    .forEach(
                            id,
                            row -> file.write(
                                    row, row.fault().code(), row.fault().code()));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    List<RejectedRow> rejectedRows(String id) {
        List<RejectedRow> rows = new ArrayList<>();
        rejectedRows(NOW).forEach(id, rows::add);
        return rows;
    }

    static String lines(String... rows) {
        return HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    @Override
    public void close() {
        relay.close();
        database.drop();
    }
}
