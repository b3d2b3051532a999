package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.request.TerritoryMapFixture.EAST;
import static org.yiqiao.request.TerritoryMapFixture.SOUTH_WEST;
import static org.yiqiao.request.TerritoryMapFixture.TOWN;
import static org.yiqiao.request.TerritoryMapFixture.WEST;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent.RequestRouted;
import org.yiqiao.contracts.RoutingMethod;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.request.TerritoryMapFixture;

class RouteTest {

    @Test
    void unroutedRequestIsRoutedByHand() {
        CaseFixture.noCase()
                .given(CaseFixture.submitted(null, List.of(), null))
                .when(new Route(SOUTH_WEST))
                .then(new RequestRouted(TOWN, List.of(TOWN, WEST, SOUTH_WEST), RoutingMethod.BY_HAND));
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBMITTED", "CLASSIFIED", "CLOSED"})
    void routeCanBeCorrectedBeforeDispatchOrAfterClosing(CaseStage stage) {
        CaseFixture.inStage(stage)
                .when(new Route(EAST))
                .then(new RequestRouted(TOWN, List.of(TOWN, EAST), RoutingMethod.BY_HAND));
    }

    @ParameterizedTest
    @EnumSource(names = {"DISPATCHED", "ACCEPTED", "RESOLVED", "VERIFIED"})
    void dispatchedCaseRejectsRouting(CaseStage stage) {
        assertThat(CaseFixture.inStage(stage).when(new Route(EAST)).decision())
                .isEqualTo(new Decision.Rejected<>(
                        Rejection.conflict("case.wrong-stage").withDetail("stage", stage)));
    }

    @ParameterizedTest
    @EnumSource
    void routingToSamePlaceDoesNothing(CaseStage stage) {
        CaseFixture.inStage(stage).when(new Route(TerritoryMapFixture.MICRO)).thenNoEvents();
    }

    @Test
    void caseCanBeRoutedToAnyLevel() {
        CaseFixture.inStage(CaseStage.SUBMITTED)
                .when(new Route(TOWN))
                .then(new RequestRouted(TOWN, List.of(TOWN), RoutingMethod.BY_HAND));
    }

    @Test
    void unknownPlaceIsRejected() {
        assertThat(CaseFixture.inStage(CaseStage.SUBMITTED)
                        .when(new Route("nowhere"))
                        .decision())
                .isEqualTo(new Decision.Rejected<>(
                        Rejection.invalid("place.unknown").withDetail("place", "nowhere")));
    }

    @Test
    void routingClearsUnroutedFlag() {
        Case state = CaseFixture.state(CaseFixture.noCase()
                .given(
                        CaseFixture.submitted(null, List.of(), TerritoryMapFixture.OUTSIDE),
                        new RequestRouted(TOWN, List.of(TOWN, EAST, EAST + "001"), RoutingMethod.BY_HAND)));
        assertThat(state.whereabouts())
                .isEqualTo(new CaseLocation(
                        TOWN,
                        List.of(TOWN, EAST, EAST + "001"),
                        "Xinba Road 1",
                        TerritoryMapFixture.OUTSIDE,
                        null,
                        RoutingMethod.BY_HAND,
                        null));
        assertThat(state.stage()).isEqualTo(CaseStage.SUBMITTED);
    }

    @Test
    void requestWithoutGridIsUnrouted() {
        for (List<String> path : List.of(List.<String>of(), List.of(TOWN), List.of(TOWN, EAST))) {
            assertThat(CaseFixture.state(CaseFixture.noCase().given(CaseFixture.submitted(TOWN, path, null)))
                            .whereabouts()
                            .unrouted())
                    .as(path.toString())
                    .isTrue();
        }
        assertThat(CaseFixture.state(CaseFixture.noCase()
                                .given(CaseFixture.submitted(TOWN, List.of(TOWN, WEST, SOUTH_WEST), null)))
                        .whereabouts()
                        .unrouted())
                .isNull();
    }

    @Test
    void requestRoutedByHandToCommunityStaysUnrouted() {
        Case state = CaseFixture.state(CaseFixture.inStage(CaseStage.SUBMITTED)
                .given(new RequestRouted(TOWN, List.of(TOWN, EAST), RoutingMethod.BY_HAND)));
        assertThat(state.whereabouts().unrouted()).isTrue();
        assertThat(state.whereabouts().followsTerritory()).isNull();
    }
}
