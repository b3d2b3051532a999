package org.yiqiao.audit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.yiqiao.testkit.TestBackends;

/** A separate database for each test, with the operations of tests on a chain. */
final class AuditTestDatabase implements AutoCloseable {

    private final MongoClient client = MongoClients.create(TestBackends.shared().mongodbUri());
    private final MongoDatabase database = client.getDatabase("audit-" + UUID.randomUUID());

    MongoDatabase database() {
        return database;
    }

    AuditRecorder createRecorder() {
        return new AuditRecorder(database, Clock.systemUTC());
    }

    MongoCollection<Document> entries() {
        return database.getCollection("audit");
    }

    /** Appends the given number of entries and saves the head. */
    void appendEntries(int count) {
        try (AuditRecorder recorder = createRecorder()) {
            IntStream.rangeClosed(1, count).forEach(number -> recorder.record(createEntry(number)));
        }
    }

    AuditVerificationView verify(AuditChainHead... known) {
        AuditVerificationRun verification =
                new AuditVerificationRun(new AuditChainRepository(database), Clock.systemUTC(), List.of(known));
        verification.run();
        return verification.progress();
    }

    static AuditEntry createEntry(int number) {
        return new AuditEntry(
                Instant.parse("2026-03-02T02:10:00.123Z").plusSeconds(number),
                "case.close",
                "/api/requests/" + number + "/close",
                "worker-7",
                "community-worker@330109106004",
                "192.0.2.0/24",
                "errand " + number,
                UUID.randomUUID().toString(),
                0,
                "",
                "");
    }

    @Override
    public void close() {
        database.drop();
        client.close();
    }
}
