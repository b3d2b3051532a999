package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.request.TerritoryMapFixture.NEIGHBOUR;
import static org.yiqiao.request.TerritoryMapFixture.TOWN;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.contracts.IntakeChannel;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.test.AggregateTestScenario;
import org.yiqiao.request.TerritoryMapFixture;
import org.yiqiao.support.territory.TerritoryMap;

class SubmitTest {

    private static Submit submit(@Nullable String address, @Nullable Point location) {
        return new Submit(
                "Street Light Out",
                RequestKind.REPORT,
                IntakeChannel.WEB,
                "requester-1",
                "key:app",
                "It is dark",
                address,
                location,
                List.of());
    }

    private static Submit submitFrom(@Nullable Point location, String... home) {
        return new Submit(
                "Street Light Out",
                RequestKind.REPORT,
                IntakeChannel.WEB,
                "requester-1",
                "key:app",
                "It is dark",
                "Xinba Road 1",
                location,
                List.of(home));
    }

    private static RequestSubmitted submitted(
            @Nullable String township, List<String> path, @Nullable String address, @Nullable Point location) {
        return new RequestSubmitted(
                "Street Light Out",
                null,
                RequestKind.REPORT,
                IntakeChannel.WEB,
                township,
                path,
                null,
                "requester-1",
                "key:app",
                "It is dark",
                address,
                location);
    }

    private static AggregateTestScenario<Case, CaseEvent, CaseDecisionFacts> scenarioIn(TerritoryMap territory) {
        return AggregateTestScenario.of(new CaseAggregateType(() -> CaseFixture.factsOf(territory)));
    }

    @Test
    void serviceNameWithContactIsRejected() {
        scenarioIn(TerritoryMapFixture.map())
                .when(new Submit(
                        "噪音 13812345678",
                        null,
                        IntakeChannel.WEB,
                        null,
                        null,
                        "d",
                        null,
                        TerritoryMapFixture.IN_MICRO,
                        List.of()))
                .thenRejected("service.has-contact");
    }

    @Test
    void requestIsRoutedByPoint() {
        scenarioIn(TerritoryMapFixture.map())
                .when(submit(null, TerritoryMapFixture.IN_MICRO))
                .then(submitted(TOWN, CaseFixture.IN_MICRO, null, TerritoryMapFixture.IN_MICRO));
    }

    @Test
    void outsideRequestIsAssignedToNearestTownship() {
        scenarioIn(TerritoryMapFixture.twoTownships())
                .when(submit(null, TerritoryMapFixture.OUTSIDE))
                .then(submitted(TOWN, List.of(), null, TerritoryMapFixture.OUTSIDE));
        scenarioIn(TerritoryMapFixture.twoTownships())
                .when(submit(null, TerritoryMapFixture.NEAR_NEIGHBOUR))
                .then(submitted(NEIGHBOUR, List.of(), null, TerritoryMapFixture.NEAR_NEIGHBOUR));
    }

    @Test
    void requestWithoutPointIsAssignedToOnlyTownship() {
        scenarioIn(TerritoryMapFixture.map())
                .when(submit("Xinba Road 1", null))
                .then(submitted(TOWN, List.of(), "Xinba Road 1", null));
    }

    @Test
    void requestWithoutPointIsAssignedToNoneOfSeveralTownships() {
        scenarioIn(TerritoryMapFixture.twoTownships())
                .when(submit("Xinba Road 1", null))
                .then(submitted(null, List.of(), "Xinba Road 1", null));
    }

    @Test
    void requestWithoutPointBelongsToTownshipOfPost() {
        for (String post : List.of(NEIGHBOUR, NEIGHBOUR + "001", NEIGHBOUR + "001001")) {
            scenarioIn(TerritoryMapFixture.twoTownships())
                    .when(submitFrom(null, post))
                    .then(submitted(NEIGHBOUR, List.of(), "Xinba Road 1", null));
        }
        scenarioIn(TerritoryMapFixture.twoTownships())
                .when(submitFrom(null, TerritoryMapFixture.MICRO))
                .then(submitted(TOWN, List.of(), "Xinba Road 1", null));
    }

    @Test
    void postInTownshipNotYetImportedStillDecides() {
        scenarioIn(TerritoryMapFixture.map())
                .when(submitFrom(null, NEIGHBOUR + "001"))
                .then(submitted(NEIGHBOUR, List.of(), "Xinba Road 1", null));
    }

    @Test
    void postWithoutPlaceDecidesNothing() {
        scenarioIn(TerritoryMapFixture.twoTownships())
                .when(submitFrom(null, "department:works", "organization:7"))
                .then(submitted(null, List.of(), "Xinba Road 1", null));
    }

    @Test
    void pointDecidesBeforePost() {
        scenarioIn(TerritoryMapFixture.twoTownships())
                .when(submitFrom(TerritoryMapFixture.OUTSIDE, NEIGHBOUR))
                .then(submitted(TOWN, List.of(), "Xinba Road 1", TerritoryMapFixture.OUTSIDE));
    }

    @Test
    void pointAtZeroZeroIsNoPoint() {
        scenarioIn(TerritoryMapFixture.twoTownships())
                .when(submitFrom(new Point(0, 0), NEIGHBOUR))
                .then(submitted(NEIGHBOUR, List.of(), "Xinba Road 1", null));
        scenarioIn(TerritoryMapFixture.map())
                .when(submit(null, new Point(0, 0)))
                .thenRejected("request.no-place");
    }

    @Test
    void pointFarFromEveryTownshipIsRejected() {
        assertThat(scenarioIn(TerritoryMapFixture.twoTownships())
                        .when(submit("Xinba Road 1", TerritoryMapFixture.FAR))
                        .decision())
                .isEqualTo(new Decision.Rejected<>(Rejection.invalid("place.too-far")
                        .withDetail("kilometers", 122L)
                        .withDetail("limit", 20L)
                        .withDetail("township", TOWN)));
        scenarioIn(TerritoryMapFixture.map())
                .when(submit(null, TerritoryMapFixture.FAR))
                .thenRejected("place.too-far");
    }

    /** 0.21 degrees on the parallel of 31 degrees north are 20.02 km, 0.2 degrees are 19.06 km. */
    @Test
    void limitIsMeasuredInKilometers() {
        Point justInside = new Point(31, 128.2);
        scenarioIn(TerritoryMapFixture.map())
                .when(submit(null, justInside))
                .then(submitted(TOWN, List.of(), null, justInside));
        scenarioIn(TerritoryMapFixture.map())
                .when(submit(null, new Point(31, 128.21)))
                .thenRejected("place.too-far");
    }

    @Test
    void limitIsPolicy() {
        CaseDecisionFacts wide = new CaseDecisionFacts(
                TerritoryMapFixture.map(), grid -> Optional.empty(), new RoutingPolicy(200_000), CasePolicy.DEFAULT);
        AggregateTestScenario.of(new CaseAggregateType(() -> wide))
                .when(submit(null, TerritoryMapFixture.FAR))
                .then(submitted(TOWN, List.of(), null, TerritoryMapFixture.FAR));
    }

    @Test
    void exchangedCoordinatesAreRecognized() {
        TerritoryMap boston =
                new TerritoryMap(List.of(TerritoryMapFixture.township("900101001", -71.2, 42.2, -71, 42.4)));
        scenarioIn(boston).when(submit(null, new Point(-71.1, 42.3))).thenRejected("place.coordinates-swapped");
        scenarioIn(boston).when(submit(null, new Point(-42.3, 71.1))).thenRejected("place.too-far");
    }

    @Test
    void requestIsAcceptedWithoutTerritory() {
        scenarioIn(TerritoryMap.EMPTY)
                .when(submit(null, TerritoryMapFixture.IN_MICRO))
                .then(submitted(null, List.of(), null, TerritoryMapFixture.IN_MICRO));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void requestRequiresPointOrAddress(@Nullable String address) {
        scenarioIn(TerritoryMapFixture.map()).when(submit(address, null)).thenRejected("request.no-place");
    }

    @Test
    void kindAndRequesterAreOptional() {
        scenarioIn(TerritoryMapFixture.map())
                .when(new Submit(
                        "Noise",
                        null,
                        IntakeChannel.WINDOW,
                        null,
                        null,
                        "Loud",
                        "Xinba Road 1",
                        TerritoryMapFixture.IN_EAST,
                        List.of()))
                .then(new RequestSubmitted(
                        "Noise",
                        null,
                        null,
                        IntakeChannel.WINDOW,
                        TOWN,
                        List.of(TOWN, TerritoryMapFixture.EAST),
                        null,
                        null,
                        null,
                        "Loud",
                        "Xinba Road 1",
                        TerritoryMapFixture.IN_EAST));
    }

    @Test
    void submittedCaseHasInitialState() {
        Case state = CaseFixture.state(CaseFixture.inStage(CaseStage.SUBMITTED));
        assertThat(state.stage()).isEqualTo(CaseStage.SUBMITTED);
        assertThat(state.need().requestedAt()).isEqualTo(CaseFixture.oneHourAgo());
        assertThat(state.handling()).isEqualTo(CaseHandling.NONE);
        assertThat(state.ending()).isEqualTo(CaseOutcome.NOT_CLOSED);
    }

    @Test
    void jurisdictionIsTownshipAndCommunityOfPlace() {
        CaseAggregateType cases = new CaseAggregateType(() -> CaseFixture.FACTS);
        assertThat(cases.jurisdiction(CaseFixture.state(CaseFixture.inStage(CaseStage.SUBMITTED))))
                .isEqualTo(new Jurisdiction(TOWN, TerritoryMapFixture.WEST));
        assertThat(cases.jurisdiction(
                        CaseFixture.state(CaseFixture.noCase().given(CaseFixture.submitted(TOWN, List.of(), null)))))
                .isEqualTo(new Jurisdiction(TOWN, null));
    }

    @Test
    void onlyUnroutedCaseHasUnroutedFlag() {
        assertThat(CaseFixture.state(CaseFixture.inStage(CaseStage.SUBMITTED))
                        .whereabouts()
                        .unrouted())
                .isNull();
        assertThat(CaseFixture.state(CaseFixture.noCase().given(CaseFixture.submitted(TOWN, List.of(), null)))
                        .whereabouts()
                        .unrouted())
                .isTrue();
    }
}
