package org.yiqiao.request.reactions;

import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.yiqiao.request.TerritoryMapFixture.NORTH_WEST;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseKind;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.contracts.IntakeChannel;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.aggregate.AggregateStore;
import org.yiqiao.core.aggregate.CommandMetadata;
import org.yiqiao.core.aggregate.CommandResult;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.aggregate.PendingEvent;
import org.yiqiao.core.aggregate.StoredAggregate;
import org.yiqiao.core.envelope.EventEnvelope;
import org.yiqiao.core.outbox.EventPublisher;
import org.yiqiao.core.outbox.OutboxBatch;
import org.yiqiao.core.outbox.OutboxRelay;
import org.yiqiao.core.privacy.KeystoreMasterKey;
import org.yiqiao.core.privacy.PersonEncryptionKeyStore;
import org.yiqiao.core.processing.RetryLaterException;
import org.yiqiao.request.TerritoryMapFixture;
import org.yiqiao.request.cases.Accept;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseAggregateType;
import org.yiqiao.request.cases.CaseCommand;
import org.yiqiao.request.cases.CaseDecisionFacts;
import org.yiqiao.request.cases.CaseStage;
import org.yiqiao.request.cases.Classify;
import org.yiqiao.request.cases.Dispatch;
import org.yiqiao.request.cases.HandOver;
import org.yiqiao.request.cases.Submit;
import org.yiqiao.request.replicas.GridChiefsFixture;
import org.yiqiao.testkit.TestBackends;

/** A relieved chief leaves no open case behind. */
class WhenGridChiefChangesThenHandOverTest {

    private static final MongoClient CLIENT =
            MongoClients.create(TestBackends.shared().mongodbUri());
    private static final int MORE_THAN_A_PAGE = 510;

    private final MongoDatabase database = CLIENT.getDatabase("test-" + UUID.randomUUID());
    private final GridChiefsFixture replica = new GridChiefsFixture(database);
    private final Map<String, PendingEvent> lastEvents = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    private AggregateStore store;
    private OutboxRelay relay;
    private AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases;
    private CaseHandover handover;
    private WhenGridChiefChangesThenHandOver reaction;

    /** A publisher that confirms every event and keeps the last one of each case. */
    private final class LastEventPublisher implements EventPublisher {

        @Override
        public Map<String, Long> publish(List<OutboxBatch> batches) {
            batches.forEach(batch -> lastEvents.put(batch.id(), batch.events().getLast()));
            return batches.stream()
                    .collect(Collectors.toMap(
                            OutboxBatch::id, batch -> batch.events().getLast().seq()));
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void appointFirstChief() throws IOException {
        Path keystore = folder.resolve("master.p12");
        char[] password = "changeit".toCharArray();
        KeystoreMasterKey.create(keystore, password);
        store = new AggregateStore(
                database, new PersonEncryptionKeyStore(database, KeystoreMasterKey.load(keystore, password)));
        relay = new OutboxRelay(store, new LastEventPublisher(), Clock.systemUTC());
        cases = handler(new CaseAggregateType(
                () -> new CaseDecisionFacts(TerritoryMapFixture.map(), replica.chiefs()::findChief)));
        handover = new CaseHandover(cases, Clock.systemUTC());
        reaction = new WhenGridChiefChangesThenHandOver(replica.chiefs(), handover);
        replica.setChief(NORTH_WEST, 1, "chief-1");
    }

    @AfterEach
    void tearDown() {
        relay.close();
    }

    @Test
    void everyOpenCaseOfARelievedChiefGoesBackToBeDispatched() {
        classify(MORE_THAN_A_PAGE).forEach(id -> act("worker", id, new Dispatch()));
        act("chief-1", "case-7", new Accept());
        replica.setChief(NORTH_WEST, 2, null);

        reaction.handle(event(2, new GridChiefRelieved(NORTH_WEST, "chief-1", null)));

        List<StoredAggregate<Case>> all = cases.query(exists("_id"), 1_000);
        assertThat(all).hasSize(MORE_THAN_A_PAGE);
        assertThat(all).allSatisfy(found -> {
            assertThat(found.state().stage()).isEqualTo(CaseStage.CLASSIFIED);
            assertThat(found.state().handling().handler()).isNull();
        });
        await().untilAsserted(() -> assertThat(lastEvents.values())
                .hasSize(MORE_THAN_A_PAGE)
                .allSatisfy(last -> {
                    assertThat(last.type()).isEqualTo("org.yiqiao.request.DispatchRevoked.v1");
                    assertThat(last.causation()).isEqualTo(NORTH_WEST + "-2");
                    assertThat(last.correlation()).isEqualTo("correlation");
                }));
    }

    @Test
    void openCasesOfAnEarlierChiefGoToTheSuccessor() {
        List<String> ids = classify(2);
        ids.forEach(id -> act("worker", id, new Dispatch()));
        replica.setChief(NORTH_WEST, 2, null);
        replica.setChief(NORTH_WEST, 3, "chief-2");

        reaction.handle(event(2, new GridChiefRelieved(NORTH_WEST, "chief-1", null)));
        reaction.handle(event(3, new GridChiefAppointed(NORTH_WEST, "chief-2", null)));

        for (String id : ids) {
            assertThat(find(id).state().handling().handler()).isEqualTo("chief-2");
            await().untilAsserted(() -> assertThat(lastEvents.get(id))
                    .extracting(PendingEvent::type)
                    .isEqualTo("org.yiqiao.request.RequestHandedOver.v1"));
            assertThat(find(id).version()).isEqualTo(4);
        }
    }

    @Test
    void handoverThatAKilledProcessLeftIsCompletedWithoutRepetition() {
        List<String> ids = classify(3);
        ids.forEach(id -> act("worker", id, new Dispatch()));
        replica.setChief(NORTH_WEST, 2, null);
        act("anonymous", ids.getFirst(), new HandOver());

        reaction.handle(event(2, new GridChiefRelieved(NORTH_WEST, "chief-1", null)));
        reaction.handle(event(2, new GridChiefRelieved(NORTH_WEST, "chief-1", null)));

        assertThat(ids).allSatisfy(id -> assertThat(find(id).version()).isEqualTo(4));
    }

    @Test
    void reactionWaitsForTheReplicaOfChiefs() {
        String id = classify(1).getFirst();
        act("worker", id, new Dispatch());

        assertThatThrownBy(() -> reaction.handle(event(2, new GridChiefRelieved(NORTH_WEST, "chief-1", null))))
                .isInstanceOf(RetryLaterException.class);

        assertThat(find(id).state().stage()).isEqualTo(CaseStage.DISPATCHED);
    }

    @Test
    void oldEventDoesNotBringARelievedChiefBack() {
        String id = classify(1).getFirst();
        replica.setChief(NORTH_WEST, 2, null);
        replica.setChief(NORTH_WEST, 3, "chief-2");
        act("worker", id, new Dispatch());

        reaction.handle(event(1, new GridChiefAppointed(NORTH_WEST, "chief-1", null)));
        reaction.handle(event(2, new GridChiefRelieved(NORTH_WEST, "chief-1", null)));

        assertThat(find(id).state().handling().handler()).isEqualTo("chief-2");
        assertThat(find(id).version()).isEqualTo(3);
    }

    @Test
    void dispatchDecidedWithTheFormerChiefIsHandedOverAfterwards() {
        String id = classify(1).getFirst();
        replica.setChief(NORTH_WEST, 2, null);
        reaction.handle(event(2, new GridChiefRelieved(NORTH_WEST, "chief-1", null)));
        AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> outdated = handler(new CaseAggregateType(
                () -> new CaseDecisionFacts(TerritoryMapFixture.map(), grid -> Optional.of("chief-1"))));
        outdated.update(id, new Dispatch(), CommandMetadata.of("worker", "c"));
        assertThat(find(id).state().stage()).isEqualTo(CaseStage.DISPATCHED);

        handover.repeatRecent();

        assertThat(find(id).state().stage()).isEqualTo(CaseStage.CLASSIFIED);
    }

    private AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> handler(CaseAggregateType type) {
        return new AggregateCommandHandler<>(type, store, relay, Clock.systemUTC());
    }

    private List<String> classify(int count) {
        Map<String, Submit> submissions = new LinkedHashMap<>();
        for (int n = 0; n < count; n++) {
            submissions.put(
                    "case-" + n,
                    new Submit(
                            "Street Light Out",
                            null,
                            IntakeChannel.PHONE,
                            null,
                            null,
                            "Dark",
                            null,
                            TerritoryMapFixture.IN_MICRO,
                            List.of()));
        }
        cases.createAll(submissions, CommandMetadata.of("worker", "c"));
        submissions
                .keySet()
                .forEach(id -> act("worker", id, new Classify(RequestKind.REPORT, CaseKind.IMMEDIATE, null)));
        return List.copyOf(submissions.keySet());
    }

    private void act(String actor, String id, CaseCommand command) {
        assertThat(cases.update(id, command, CommandMetadata.of(actor, "c")))
                .isInstanceOf(CommandResult.Completed.class);
    }

    private StoredAggregate<Case> find(String id) {
        return cases.find(id).orElseThrow();
    }

    private static EventEnvelope<GridPostEvent> event(long seq, GridPostEvent event) {
        Instant time = Instant.parse("2026-03-02T02:10:00Z");
        return new EventEnvelope<>(
                NORTH_WEST + "-" + seq, NORTH_WEST, seq, time, time, Jurisdiction.UNKNOWN, "correlation", null, event);
    }
}
