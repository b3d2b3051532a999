package org.yiqiao.support.audit;

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
import org.yiqiao.testkit.Backends;

/** A database of its own for each test, with what a test does to a chain. */
final class TestAudit implements AutoCloseable {

    private final MongoClient client = MongoClients.create(Backends.shared().mongodbUri());
    private final MongoDatabase database = client.getDatabase("audit-" + UUID.randomUUID());

    MongoDatabase database() {
        return database;
    }

    AuditTrail trail() {
        return new AuditTrail(database, Clock.systemUTC());
    }

    MongoCollection<Document> entries() {
        return database.getCollection("audit");
    }

    /** Appends so many entries, and keeps the head. */
    void fill(int count) {
        try (AuditTrail trail = trail()) {
            IntStream.rangeClosed(1, count).forEach(number -> trail.record(entry(number)));
        }
    }

    VerificationView verified(Head... known) {
        Verification verification = new Verification(new AuditLog(database), Clock.systemUTC(), List.of(known));
        verification.run();
        return verification.progress();
    }

    static Entry entry(int number) {
        return new Entry(
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
