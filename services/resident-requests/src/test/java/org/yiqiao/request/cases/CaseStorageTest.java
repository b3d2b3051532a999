package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseKind;
import org.yiqiao.contracts.IntakeChannel;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.aggregate.AggregateStore;
import org.yiqiao.core.aggregate.CommandMetadata;
import org.yiqiao.core.aggregate.CommandResult;
import org.yiqiao.core.outbox.OutboxRelay;
import org.yiqiao.core.privacy.KeystoreMasterKey;
import org.yiqiao.core.privacy.PersonEncryptionKeyStore;
import org.yiqiao.request.NoOpEventPublisher;
import org.yiqiao.request.TerritoryMapFixture;
import org.yiqiao.testkit.TestBackends;

/** The history of a case is stored encrypted, and a case that an earlier version stored is still readable. */
class CaseStorageTest {

    private static final MongoClient CLIENT =
            MongoClients.create(TestBackends.shared().mongodbUri());

    private final MongoDatabase database = CLIENT.getDatabase("test-" + UUID.randomUUID());

    @TempDir
    private Path folder;

    private PersonEncryptionKeyStore keys;
    private OutboxRelay relay;
    private AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases;

    @BeforeEach
    void resolveCase() throws IOException {
        Path keystore = folder.resolve("master.p12");
        char[] password = "changeit".toCharArray();
        KeystoreMasterKey.create(keystore, password);
        keys = new PersonEncryptionKeyStore(database, KeystoreMasterKey.load(keystore, password));
        AggregateStore store = new AggregateStore(database, keys);
        relay = new OutboxRelay(store, new NoOpEventPublisher(), Clock.systemUTC());
        cases = new AggregateCommandHandler<>(
                new CaseAggregateType(() -> CaseFixture.FACTS), store, relay, Clock.systemUTC());
        cases.create(
                "a",
                new Submit(
                        "Noise",
                        null,
                        IntakeChannel.PHONE,
                        "requester-1",
                        null,
                        "Loud",
                        null,
                        TerritoryMapFixture.IN_MICRO,
                        List.of()),
                CommandMetadata.of("window-1", "c"));
        act("window-1", new Classify(RequestKind.COMPLAINT, CaseKind.IMMEDIATE, null));
        act("window-1", new Dispatch());
        act(CaseFixture.CHIEF, new Accept());
        act(CaseFixture.CHIEF, new Resolve("Talked to the neighbour"));
    }

    @AfterEach
    void tearDown() {
        relay.close();
    }

    @Test
    void reasonsAndMeasuresAreStoredEncryptedAndErasedWithTheRequester() {
        act(CaseFixture.VERIFIER, new Verify(false, "Loud again at night"));
        act(CaseFixture.CHIEF, new Resolve("Talked once more"));

        assertThat(raw()).doesNotContain("Loud again", "Talked");
        assertThat(stored().past().history())
                .extracting(HandlingStep::reason, HandlingStep::measures)
                .asString()
                .contains("Loud again at night", "Talked to the neighbour", "Talked once more");

        keys.destroy("requester-1");

        assertThat(stored().past().history())
                .hasSize(5)
                .allMatch(step -> step.reason() == null && step.measures() == null);
        assertThat(stored().past().history().getLast().step()).isEqualTo(HandlingStepType.RESOLVED);
    }

    @Test
    void caseStoredBeforeHistoriesIsReadAndKeepsItsMeasuresWhenReopened() {
        act(CaseFixture.VERIFIER, new Verify(true, null));
        act("window-1", new Close());
        database.getCollection("case")
                .updateOne(new Document(), new Document("$unset", new Document("state.past", "")));
        assertThat(stored().past()).isEqualTo(CaseHistory.EMPTY);

        act("window-1", new Reopen("Loud again"));

        assertThat(stored().past().history())
                .extracting(HandlingStep::step)
                .containsExactly(
                        HandlingStepType.RESOLVED,
                        HandlingStepType.VERIFIED,
                        HandlingStepType.CLOSED,
                        HandlingStepType.REOPENED);
        assertThat(stored().past().history().getFirst().measures()).isEqualTo("Talked to the neighbour");
    }

    private void act(String actor, CaseCommand command) {
        assertThat(cases.update("a", command, CommandMetadata.of(actor, "c")))
                .isInstanceOf(CommandResult.Completed.class);
    }

    private Case stored() {
        return cases.find("a").orElseThrow().state();
    }

    private String raw() {
        Document document = database.getCollection("case").find().first();
        return document == null ? "" : document.toJson();
    }
}
