package org.yiqiao.request;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.yiqiao.core.outbox.OutboxRelay;
import org.yiqiao.core.privacy.KeystoreMasterKey;
import org.yiqiao.core.privacy.PersonEncryptionKeyStore;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseAggregateType;
import org.yiqiao.request.cases.CaseDecisionFacts;
import org.yiqiao.request.cases.CaseLocation;
import org.yiqiao.request.cases.Classify;
import org.yiqiao.request.cases.RouteByTerritory;
import org.yiqiao.request.cases.Submit;
import org.yiqiao.testkit.TestBackends;

/** The document of a case from before routing was recorded is read, and keeps its place. */
class EarlierCaseDocumentTest {

    private static final MongoClient CLIENT =
            MongoClients.create(TestBackends.shared().mongodbUri());
    private static final CommandMetadata METADATA = CommandMetadata.of("worker-1", "test");
    private static final String ID = "request-1";

    private final MongoDatabase database = CLIENT.getDatabase("test-" + UUID.randomUUID());

    @TempDir
    private Path folder;

    private OutboxRelay relay;
    private AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases;

    @BeforeEach
    void submitWithCommunitiesOnly() throws Exception {
        Path keystore = folder.resolve("master.p12");
        char[] password = "changeit".toCharArray();
        KeystoreMasterKey.create(keystore, password);
        AggregateStore store = new AggregateStore(
                database, new PersonEncryptionKeyStore(database, KeystoreMasterKey.load(keystore, password)));
        relay = new OutboxRelay(store, new NoOpEventPublisher(), Clock.systemUTC());
        CaseDecisionFacts facts =
                new CaseDecisionFacts(TerritoryMapFixture.communitiesOnly(), grid -> Optional.empty());
        cases = new AggregateCommandHandler<>(new CaseAggregateType(() -> facts), store, relay, Clock.systemUTC());
        cases.create(
                ID,
                new Submit(
                        "Noise",
                        null,
                        IntakeChannel.PHONE,
                        null,
                        null,
                        "Loud",
                        null,
                        TerritoryMapFixture.IN_MICRO,
                        List.of()),
                METADATA);
        database.getCollection(cases.aggregateType().name())
                .updateOne(
                        eq(ID),
                        combine(
                                unset("state.whereabouts.unrouted"),
                                unset("state.whereabouts.routedBy"),
                                unset("state.whereabouts.followsTerritory")));
    }

    @AfterEach
    void tearDown() {
        relay.close();
    }

    private Case stored() {
        return cases.find(ID).orElseThrow().state();
    }

    @Test
    void caseIsReadAndKeepsItsPlace() {
        CaseLocation whereabouts = stored().whereabouts();

        assertThat(whereabouts.path()).containsExactly(TerritoryMapFixture.TOWN, TerritoryMapFixture.WEST);
        assertThat(whereabouts.routedBy()).isNull();
        CaseDecisionFacts finer = new CaseDecisionFacts(TerritoryMapFixture.map(), grid -> Optional.empty());
        assertThat(RouteByTerritory.findRoute(stored(), finer)).isEmpty();
    }

    @Test
    void caseWithoutGridIsUnroutedAfterItsNextCommand() {
        cases.update(ID, new Classify(RequestKind.COMPLAINT, CaseKind.IMMEDIATE, null), METADATA);

        assertThat(stored().whereabouts().unrouted()).isTrue();
        assertThat(stored().whereabouts().followsTerritory()).isNull();
    }
}
