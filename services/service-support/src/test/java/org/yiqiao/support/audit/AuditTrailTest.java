package org.yiqiao.support.audit;

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
import org.yiqiao.support.spine.StoppedStore;
import org.yiqiao.support.web.Refused;

class AuditTrailTest {

    private final TestAudit audit = new TestAudit();

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        audit.close();
    }

    @Test
    void whatIsRecordedIsInTheStoreWhenItReturns() {
        try (AuditTrail trail = audit.trail()) {
            assertThat(trail.record(TestAudit.entry(1))).isEqualTo(1);
            assertThat(trail.record(TestAudit.entry(2))).isEqualTo(2);
            assertThat(new AuditLog(audit.database()).at(2).map(Link::entry).map(Entry::purpose))
                    .contains("errand 2");
        }
    }

    @Test
    void aTrailGoesOnWhereAnEarlierOneEnded() {
        audit.fill(3);
        audit.fill(2);
        assertThat(audit.verified().checked()).isEqualTo(5);
        assertThat(audit.verified().whole()).isTrue();
    }

    @Test
    @Timeout(60)
    void instancesThatWriteAtOnceMakeOneChain() throws Exception {
        int all = 1_000;
        try (AuditTrail one = audit.trail();
                AuditTrail other = audit.trail();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> recorded = IntStream.range(0, all)
                    .mapToObj(number ->
                            callers.submit(() -> (number % 2 == 0 ? one : other).record(TestAudit.entry(number))))
                    .toList();
            Set<Long> seqs = new HashSet<>();
            for (Future<Long> answer : recorded) {
                seqs.add(answer.get(30, TimeUnit.SECONDS));
            }
            assertThat(seqs).hasSize(all).contains(1L, (long) all);
        }
        assertThat(audit.verified().checked()).isEqualTo(all);
        assertThat(audit.verified().whole()).isTrue();
    }

    @Test
    @Timeout(60)
    void withoutAStoreNothingIsLetIn() throws Exception {
        try (StoppedStore store = new StoppedStore(folder.resolve("store.mv"));
                MongoClient client = MongoClients.create(MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(store.uri()))
                        .build())) {
            MongoDatabase database = client.getDatabase("test");
            try (AuditTrail trail = new AuditTrail(database, Clock.systemUTC())) {
                trail.record(TestAudit.entry(1));

                store.stop();
                assertThatThrownBy(() -> trail.record(TestAudit.entry(2)))
                        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                                        refused.rejection().code())
                                .isEqualTo("audit.unavailable"));

                store.goOn();
                await().atMost(Duration.ofSeconds(30))
                        .ignoreExceptions()
                        .until(() -> trail.record(TestAudit.entry(3)) > 1);
                everyEntryThatCameTooLateSaysSo(database);
            }
            Verification verification = new Verification(new AuditLog(database), Clock.systemUTC(), List.of());
            verification.run();
            assertThat(verification.progress().whole()).isTrue();
        }
    }

    /** The one that was given up may have come to the store after all; then another says that nothing was done. */
    private static void everyEntryThatCameTooLateSaysSo(MongoDatabase database) {
        MongoCollection<Document> entries = database.getCollection("audit");
        await().untilAsserted(() -> {
            for (Document late : entries.find(new Document("purpose", "errand 2").append("refers", 0L))) {
                assertThat(entries.find(new Document("refers", late.getLong("_id")))
                                .first())
                        .isNotNull()
                        .containsEntry("outcome", "audit.unavailable");
            }
        });
    }
}
