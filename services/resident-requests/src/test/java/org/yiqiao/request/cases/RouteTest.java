package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.request.TestTerritory.EAST;
import static org.yiqiao.request.TestTerritory.SOUTH_WEST;
import static org.yiqiao.request.TestTerritory.TOWN;
import static org.yiqiao.request.TestTerritory.WEST;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent.RequestRouted;
import org.yiqiao.contracts.Routing;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.request.TestTerritory;

class RouteTest {

    @Test
    void anUnroutedRequestIsRoutedByHand() {
        TestCase.none()
                .given(TestCase.submitted(null, List.of(), null))
                .when(new Route(SOUTH_WEST))
                .then(new RequestRouted(TOWN, List.of(TOWN, WEST, SOUTH_WEST), Routing.BY_HAND));
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBMITTED", "CLASSIFIED", "CLOSED"})
    void aWrongRouteIsCorrectedWhileNobodyHasTheCaseInHand(Stage stage) {
        TestCase.at(stage).when(new Route(EAST)).then(new RequestRouted(TOWN, List.of(TOWN, EAST), Routing.BY_HAND));
    }

    @ParameterizedTest
    @EnumSource(names = {"DISPATCHED", "ACCEPTED", "RESOLVED", "VERIFIED"})
    void aCaseInSomebodysHandsIsNotRouted(Stage stage) {
        assertThat(TestCase.at(stage).when(new Route(EAST)).decision())
                .isEqualTo(new Decision.Rejected<>(
                        Rejection.conflict("case.wrong-stage").with("stage", stage)));
    }

    @ParameterizedTest
    @EnumSource
    void whereItIsAlreadyItNeedNotBeRouted(Stage stage) {
        TestCase.at(stage).when(new Route(TestTerritory.MICRO)).thenNothing();
    }

    @Test
    void aCaseMayBeRoutedToAPlaceOfAnyLevel() {
        TestCase.at(Stage.SUBMITTED)
                .when(new Route(TOWN))
                .then(new RequestRouted(TOWN, List.of(TOWN), Routing.BY_HAND));
    }

    @Test
    void thePlaceHasToBeKnown() {
        assertThat(TestCase.at(Stage.SUBMITTED).when(new Route("nowhere")).decision())
                .isEqualTo(new Decision.Rejected<>(
                        Rejection.invalid("place.unknown").with("scope", "nowhere")));
    }

    @Test
    void aRoutedRequestWaitsNoLonger() {
        Case state = TestCase.state(TestCase.none()
                .given(
                        TestCase.submitted(null, List.of(), TestTerritory.OUTSIDE),
                        new RequestRouted(TOWN, List.of(TOWN, EAST), Routing.BY_HAND)));
        assertThat(state.whereabouts())
                .isEqualTo(new Whereabouts(TOWN, List.of(TOWN, EAST), "Xinba Road 1", TestTerritory.OUTSIDE, null));
        assertThat(state.stage()).isEqualTo(Stage.SUBMITTED);
    }
}
