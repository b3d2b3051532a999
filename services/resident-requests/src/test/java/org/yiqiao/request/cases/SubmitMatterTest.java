package org.yiqiao.request.cases;

import static org.yiqiao.request.TerritoryMapFixture.NORTH_WEST;
import static org.yiqiao.request.TerritoryMapFixture.SOUTH_WEST;
import static org.yiqiao.request.TerritoryMapFixture.TOWN;
import static org.yiqiao.request.TerritoryMapFixture.WEST;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.contracts.IntakeChannel;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.test.AggregateTestScenario;
import org.yiqiao.request.TerritoryMapFixture;
import org.yiqiao.support.territory.TerritoryMap;

class SubmitMatterTest {

    private static final List<String> IN_SOUTH_WEST = List.of(TOWN, WEST, SOUTH_WEST);

    private static AggregateTestScenario<Case, CaseEvent, CaseDecisionFacts> scenarioIn(TerritoryMap territory) {
        return AggregateTestScenario.of(new CaseAggregateType(() -> CaseFixture.factsOf(territory)));
    }

    private static SubmitMatter matter(List<String> path, Point location) {
        return new SubmitMatter("Manhole", "The cover is loose", location, path, "member-1");
    }

    private static RequestSubmitted submitted(List<String> path, Point location) {
        return new RequestSubmitted(
                "Manhole",
                null,
                RequestKind.REPORT,
                IntakeChannel.GRID_MEMBER,
                path.getFirst(),
                path,
                null,
                "member-1",
                null,
                "The cover is loose",
                null,
                location);
    }

    @Test
    void matterIsRoutedByTheTerritory() {
        scenarioIn(TerritoryMapFixture.movedGrids())
                .when(matter(List.of(TOWN, WEST, NORTH_WEST), TerritoryMapFixture.IN_MICRO))
                .then(submitted(IN_SOUTH_WEST, TerritoryMapFixture.IN_MICRO));
    }

    @Test
    void matterKeepsItsPlaceIfTheReplicaIsBehind() {
        for (TerritoryMap behind : List.of(
                TerritoryMap.EMPTY, TerritoryMapFixture.townshipOnly(), TerritoryMapFixture.communitiesOnly())) {
            scenarioIn(behind)
                    .when(matter(IN_SOUTH_WEST, TerritoryMapFixture.IN_SOUTH_WEST))
                    .then(submitted(IN_SOUTH_WEST, TerritoryMapFixture.IN_SOUTH_WEST));
        }
    }

    @Test
    void matterOfTownshipUnknownHereIsNeverTooFar() {
        List<String> path = List.of("330109109", "330109109001");
        scenarioIn(TerritoryMapFixture.map())
                .when(matter(path, TerritoryMapFixture.FAR))
                .then(submitted(path, TerritoryMapFixture.FAR));
    }

    @Test
    void serviceNameWithContactIsRejected() {
        scenarioIn(TerritoryMapFixture.map())
                .when(new SubmitMatter(
                        "噪音 13812345678", "d", TerritoryMapFixture.IN_MICRO, CaseFixture.IN_MICRO, "member-1"))
                .thenRejected("service.has-contact");
    }
}
