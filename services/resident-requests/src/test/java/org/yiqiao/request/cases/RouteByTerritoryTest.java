package org.yiqiao.request.cases;

import static org.yiqiao.request.TestTerritory.EAST;
import static org.yiqiao.request.TestTerritory.NEIGHBOUR;
import static org.yiqiao.request.TestTerritory.TOWN;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestRouted;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.Routing;
import org.yiqiao.core.test.Scenario;
import org.yiqiao.request.TestTerritory;
import org.yiqiao.support.territory.TerritoryMap;

class RouteByTerritoryTest {

    private static Scenario<Case, CaseEvent, Neighbourhood> unrouted(
            TerritoryMap territory, @Nullable String township, @Nullable Point location) {
        return Scenario.of(new Cases(() -> TestCase.in(territory)))
                .given(TestCase.submitted(township, List.of(), location));
    }

    @Test
    void anUnroutedRequestIsRoutedWhenItsTerritoryHasCome() {
        unrouted(TestTerritory.map(), null, TestTerritory.IN_EAST)
                .when(new RouteByTerritory())
                .then(new RequestRouted(TOWN, List.of(TOWN, EAST), Routing.BY_TERRITORY));
    }

    @Test
    void aRequestThatCountedForItsTownshipIsRoutedWhenItsPlaceHasCome() {
        unrouted(TestTerritory.map(), TOWN, TestTerritory.IN_EAST)
                .when(new RouteByTerritory())
                .then(new RequestRouted(TOWN, List.of(TOWN, EAST), Routing.BY_TERRITORY));
    }

    @Test
    void aRequestOutsideCountsForATownshipFromNowOn() {
        unrouted(TestTerritory.map(), null, TestTerritory.OUTSIDE)
                .when(new RouteByTerritory())
                .then(new RequestRouted(TOWN, List.of(), Routing.BY_TERRITORY));
        unrouted(TestTerritory.map(), null, null)
                .when(new RouteByTerritory())
                .then(new RequestRouted(TOWN, List.of(), Routing.BY_TERRITORY));
    }

    @Test
    void aRequestOutsideCountsForTheTownshipThatIsNearerNow() {
        unrouted(TestTerritory.ofTwoTownships(), TOWN, TestTerritory.NEAR_NEIGHBOUR)
                .when(new RouteByTerritory())
                .then(new RequestRouted(NEIGHBOUR, List.of(), Routing.BY_TERRITORY));
    }

    @Test
    void aRequestOutsideThatCountsForItsNearestTownshipStaysAsItIs() {
        unrouted(TestTerritory.ofTwoTownships(), TOWN, TestTerritory.OUTSIDE)
                .when(new RouteByTerritory())
                .thenNothing();
        unrouted(TestTerritory.map(), TOWN, null).when(new RouteByTerritory()).thenNothing();
    }

    @Test
    void withoutAPointItStaysWhereItCountsEvenIfAnotherTownshipCame() {
        unrouted(TestTerritory.ofTwoTownships(), TOWN, null)
                .when(new RouteByTerritory())
                .thenNothing();
    }

    @Test
    void withoutATerritoryThereIsNothingToDo() {
        unrouted(TerritoryMap.EMPTY, null, TestTerritory.IN_EAST)
                .when(new RouteByTerritory())
                .thenNothing();
    }

    @ParameterizedTest
    @EnumSource
    void aRoutedRequestStaysWhereItIs(Stage stage) {
        TestCase.at(stage).when(new RouteByTerritory()).thenNothing();
    }
}
