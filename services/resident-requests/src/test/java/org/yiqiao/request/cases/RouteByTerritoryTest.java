package org.yiqiao.request.cases;

import static org.yiqiao.request.TerritoryMapFixture.EAST;
import static org.yiqiao.request.TerritoryMapFixture.NEIGHBOUR;
import static org.yiqiao.request.TerritoryMapFixture.TOWN;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestRouted;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.RoutingMethod;
import org.yiqiao.core.test.AggregateTestScenario;
import org.yiqiao.request.TerritoryMapFixture;
import org.yiqiao.support.territory.TerritoryMap;

class RouteByTerritoryTest {

    private static AggregateTestScenario<Case, CaseEvent, CaseDecisionFacts> unrouted(
            TerritoryMap territory, @Nullable String township, @Nullable Point location) {
        return AggregateTestScenario.of(new CaseAggregateType(() -> CaseFixture.factsOf(territory)))
                .given(CaseFixture.submitted(township, List.of(), location));
    }

    @Test
    void unroutedRequestIsRoutedAfterTerritoryImport() {
        unrouted(TerritoryMapFixture.map(), null, TerritoryMapFixture.IN_EAST)
                .when(new RouteByTerritory())
                .then(new RequestRouted(TOWN, List.of(TOWN, EAST), RoutingMethod.BY_TERRITORY));
    }

    @Test
    void requestAssignedToTownshipIsRoutedAfterItsPlaceIsImported() {
        unrouted(TerritoryMapFixture.map(), TOWN, TerritoryMapFixture.IN_EAST)
                .when(new RouteByTerritory())
                .then(new RequestRouted(TOWN, List.of(TOWN, EAST), RoutingMethod.BY_TERRITORY));
    }

    @Test
    void outsideRequestIsAssignedToNearestTownship() {
        unrouted(TerritoryMapFixture.map(), null, TerritoryMapFixture.OUTSIDE)
                .when(new RouteByTerritory())
                .then(new RequestRouted(TOWN, List.of(), RoutingMethod.BY_TERRITORY));
        unrouted(TerritoryMapFixture.map(), null, null)
                .when(new RouteByTerritory())
                .then(new RequestRouted(TOWN, List.of(), RoutingMethod.BY_TERRITORY));
    }

    @Test
    void outsideRequestMovesToNearerTownship() {
        unrouted(TerritoryMapFixture.twoTownships(), TOWN, TerritoryMapFixture.NEAR_NEIGHBOUR)
                .when(new RouteByTerritory())
                .then(new RequestRouted(NEIGHBOUR, List.of(), RoutingMethod.BY_TERRITORY));
    }

    @Test
    void outsideRequestOfNearestTownshipIsUnchanged() {
        unrouted(TerritoryMapFixture.twoTownships(), TOWN, TerritoryMapFixture.OUTSIDE)
                .when(new RouteByTerritory())
                .thenNoEvents();
        unrouted(TerritoryMapFixture.map(), TOWN, null)
                .when(new RouteByTerritory())
                .thenNoEvents();
    }

    @Test
    void requestWithoutPointKeepsTownshipAfterAnotherIsImported() {
        unrouted(TerritoryMapFixture.twoTownships(), TOWN, null)
                .when(new RouteByTerritory())
                .thenNoEvents();
    }

    @Test
    void emptyTerritoryChangesNothing() {
        unrouted(TerritoryMap.EMPTY, null, TerritoryMapFixture.IN_EAST)
                .when(new RouteByTerritory())
                .thenNoEvents();
    }

    @ParameterizedTest
    @EnumSource
    void routedRequestIsUnchanged(CaseStage stage) {
        CaseFixture.inStage(stage).when(new RouteByTerritory()).thenNoEvents();
    }
}
