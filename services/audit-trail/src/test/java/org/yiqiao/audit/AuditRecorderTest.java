package org.yiqiao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.edge.web.RejectedException;
import org.yiqiao.testkit.SuspendableDocumentStore;

class AuditRecorderTest {

    private final AuditTestDatabase audit = new AuditTestDatabase();

    @TempDir
    private Path folder;

    @AfterEach
    void closeDatabase() {
        audit.close();
    }

    @Test
    void recordReturnsAfterEntryIsStored() {
        try (AuditRecorder recorder = audit.createRecorder()) {
            assertThat(recorder.record(AuditTestDatabase.createEntry(1))).isEqualTo(1);
            assertThat(recorder.record(AuditTestDatabase.createEntry(2))).isEqualTo(2);
            assertThat(new AuditChainRepository(audit.database())
                            .findBySequence(2)
                            .map(AuditChainLink::entry)
                            .map(AuditEntry::purpose))
                    .contains("errand 2");
        }
    }

    @Test
    void newRecorderContinuesExistingChain() {
        audit.appendEntries(3);
        audit.appendEntries(2);
        assertThat(audit.verify().checked()).isEqualTo(5);
        assertThat(audit.verify().whole()).isTrue();
    }

    @Test
    @Timeout(60)
    void concurrentRecordersWriteOneChain() throws Exception {
        int count = 1_000;
        try (AuditRecorder first = audit.createRecorder();
                AuditRecorder second = audit.createRecorder();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> recorded = IntStream.range(0, count)
                    .mapToObj(number -> callers.submit(
                            () -> (number % 2 == 0 ? first : second).record(AuditTestDatabase.createEntry(number))))
                    .toList();
            Set<Long> seqs = new HashSet<>();
            for (Future<Long> answer : recorded) {
                seqs.add(answer.get(30, TimeUnit.SECONDS));
            }
            assertThat(seqs).hasSize(count).contains(1L, (long) count);
        }
        assertThat(audit.verify().checked()).isEqualTo(count);
        assertThat(audit.verify().whole()).isTrue();
    }

    @Test
    @Timeout(60)
    void rejectsCallsWhileStoreIsUnavailable() throws Exception {
        try (SuspendableDocumentStore store = new SuspendableDocumentStore(folder.resolve("store.mv"));
                MongoClient client = MongoClients.create(MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(store.uri()))
                        .build())) {
            MongoDatabase database = client.getDatabase("test");
            try (AuditRecorder recorder = new AuditRecorder(database, Clock.systemUTC())) {
                recorder.record(AuditTestDatabase.createEntry(1));

                store.suspend();
                assertThatThrownBy(() -> recorder.record(AuditTestDatabase.createEntry(2)))
                        .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(
                                        refused.rejection().code())
                                .isEqualTo("audit.unavailable"));

                store.resume();
                await().atMost(Duration.ofSeconds(30))
                        .ignoreExceptions()
                        .until(() -> recorder.record(AuditTestDatabase.createEntry(3)) > 1);
                awaitRefusalOfEveryLateEntry(database);
            }
            AuditVerificationRun verification =
                    new AuditVerificationRun(new AuditChainRepository(database), Clock.systemUTC(), List.of());
            verification.run();
            assertThat(verification.progress().whole()).isTrue();
        }
    }

    /** An entry can reach the store after its call was rejected; then a second entry records the refusal. */
    private static void awaitRefusalOfEveryLateEntry(MongoDatabase database) {
        MongoCollection<Document> entries = database.getCollection("audit");
        await().untilAsserted(() -> {
            for (Document entry : entries.find(new Document("purpose", "errand 2").append("refers", 0L))) {
                assertThat(entries.find(new Document("refers", entry.getLong("_id")))
                                .first())
                        .isNotNull()
                        .containsEntry("outcome", "audit.unavailable");
            }
        });
    }
}
