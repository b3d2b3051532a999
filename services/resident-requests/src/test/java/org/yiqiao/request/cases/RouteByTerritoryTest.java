package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.request.TerritoryMapFixture.EAST;
import static org.yiqiao.request.TerritoryMapFixture.NEIGHBOUR;
import static org.yiqiao.request.TerritoryMapFixture.NORTH_WEST;
import static org.yiqiao.request.TerritoryMapFixture.SOUTH_WEST;
import static org.yiqiao.request.TerritoryMapFixture.TOWN;
import static org.yiqiao.request.TerritoryMapFixture.WEST;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.CaseEvent.RequestReopened;
import org.yiqiao.contracts.CaseEvent.RequestRouted;
import org.yiqiao.contracts.ClosingBasis;
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
    void requestNeverMovesToNearerTownship() {
        unrouted(TerritoryMapFixture.twoTownships(), TOWN, TerritoryMapFixture.NEAR_NEIGHBOUR)
                .when(new RouteByTerritory())
                .thenNoEvents();
    }

    @Test
    void requestMovesToTownshipThatContainsItsPoint() {
        Point inNeighbour = new Point(31, 130);
        unrouted(TerritoryMapFixture.twoTownships(), TOWN, inNeighbour)
                .when(new RouteByTerritory())
                .then(new RequestRouted(NEIGHBOUR, List.of(NEIGHBOUR), RoutingMethod.BY_TERRITORY));
    }

    @Test
    void farRequestIsAssignedToNoTownship() {
        unrouted(TerritoryMapFixture.map(), null, TerritoryMapFixture.FAR)
                .when(new RouteByTerritory())
                .thenNoEvents();
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
    void requestInItsGridIsUnchanged(CaseStage stage) {
        CaseFixture.inStage(stage).when(new RouteByTerritory()).thenNoEvents();
    }

    private static AggregateTestScenario<Case, CaseEvent, CaseDecisionFacts> submittedIn(
            TerritoryMap territory, List<String> path, Point location) {
        return AggregateTestScenario.of(new CaseAggregateType(() -> CaseFixture.factsOf(territory)))
                .given(CaseFixture.submitted(TOWN, path, location));
    }

    @Test
    void requestIsRoutedOnWhenFinerBoundariesArrive() {
        for (List<String> path : List.of(List.of(TOWN), List.of(TOWN, WEST), List.of(TOWN, WEST, NORTH_WEST))) {
            submittedIn(TerritoryMapFixture.map(), path, TerritoryMapFixture.IN_MICRO)
                    .when(new RouteByTerritory())
                    .then(new RequestRouted(TOWN, CaseFixture.IN_MICRO, RoutingMethod.BY_TERRITORY));
        }
        submittedIn(TerritoryMapFixture.communitiesOnly(), List.of(TOWN), TerritoryMapFixture.IN_MICRO)
                .when(new RouteByTerritory())
                .then(new RequestRouted(TOWN, List.of(TOWN, WEST), RoutingMethod.BY_TERRITORY));
    }

    @Test
    void classifiedRequestFollowsChangedBoundaries() {
        submittedIn(TerritoryMapFixture.movedGrids(), CaseFixture.IN_MICRO, TerritoryMapFixture.IN_MICRO)
                .given(CaseFixture.classified())
                .when(new RouteByTerritory())
                .then(new RequestRouted(TOWN, List.of(TOWN, WEST, SOUTH_WEST), RoutingMethod.BY_TERRITORY));
    }

    @Test
    void requestThatItsTownshipNoLongerContainsIsUnroutedThere() {
        submittedIn(TerritoryMapFixture.movedTownship(), CaseFixture.IN_MICRO, TerritoryMapFixture.IN_MICRO)
                .when(new RouteByTerritory())
                .then(new RequestRouted(TOWN, List.of(), RoutingMethod.BY_TERRITORY));
    }

    @Test
    void territoryWithoutTheTownshipSaysNothing() {
        submittedIn(TerritoryMap.EMPTY, CaseFixture.IN_MICRO, TerritoryMapFixture.IN_MICRO)
                .when(new RouteByTerritory())
                .thenNoEvents();
    }

    @Test
    void requestWithAnErasedPointIsUnchanged() {
        AggregateTestScenario.of(new CaseAggregateType(() -> CaseFixture.factsOf(TerritoryMapFixture.movedGrids())))
                .given(CaseFixture.submitted(TOWN, CaseFixture.IN_MICRO, null))
                .when(new RouteByTerritory())
                .thenNoEvents();
    }

    @Test
    void requestRoutedByHandIsUnchanged() {
        submittedIn(TerritoryMapFixture.map(), List.of(), TerritoryMapFixture.IN_MICRO)
                .given(new RequestRouted(TOWN, List.of(TOWN, EAST), RoutingMethod.BY_HAND))
                .when(new RouteByTerritory())
                .thenNoEvents();
    }

    @ParameterizedTest
    @EnumSource
    void onlyRequestBeforeDispatchFollowsChangedBoundaries(CaseStage stage) {
        Case state = CaseFixture.state(CaseFixture.inStage(stage));
        boolean isBeforeDispatch = stage == CaseStage.SUBMITTED || stage == CaseStage.CLASSIFIED;
        assertThat(RouteByTerritory.findRoute(state, CaseFixture.factsOf(TerritoryMapFixture.movedGrids()))
                        .isPresent())
                .isEqualTo(isBeforeDispatch);
        assertThat(state.whereabouts().followsTerritory()).isEqualTo(isBeforeDispatch ? true : null);
    }

    @Test
    void reopenedRequestFollowsTheTerritoryAgain() {
        Case state =
                CaseFixture.state(CaseFixture.inStage(CaseStage.CLOSED).given(new RequestReopened(1, "It is back")));
        assertThat(RouteByTerritory.findRoute(state, CaseFixture.factsOf(TerritoryMapFixture.movedGrids())))
                .isPresent();
    }

    @Test
    void closedRequestWithoutPlaceIsRoutedAfterTerritoryImport() {
        submittedIn(TerritoryMapFixture.map(), List.of(), TerritoryMapFixture.IN_EAST)
                .given(new RequestClosed(ClosingBasis.IMPORTED))
                .when(new RouteByTerritory())
                .then(new RequestRouted(TOWN, List.of(TOWN, EAST), RoutingMethod.BY_TERRITORY));
    }
}
