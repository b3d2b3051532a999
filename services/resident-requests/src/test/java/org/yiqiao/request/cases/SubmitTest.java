package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.request.TestTerritory.NEIGHBOUR;
import static org.yiqiao.request.TestTerritory.TOWN;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.contracts.Channel;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.aggregate.Scope;
import org.yiqiao.core.test.Scenario;
import org.yiqiao.request.TestTerritory;
import org.yiqiao.support.territory.TerritoryMap;

class SubmitTest {

    private static Submit submit(@Nullable String address, @Nullable Point location) {
        return new Submit(
                "Street Light Out",
                RequestKind.REPORT,
                Channel.WEB,
                "requester-1",
                "key:app",
                "It is dark",
                address,
                location);
    }

    private static RequestSubmitted submitted(
            @Nullable String township, List<String> path, @Nullable String address, @Nullable Point location) {
        return new RequestSubmitted(
                "Street Light Out",
                null,
                RequestKind.REPORT,
                Channel.WEB,
                township,
                path,
                null,
                "requester-1",
                "key:app",
                "It is dark",
                address,
                location);
    }

    private static Scenario<Case, CaseEvent, Neighbourhood> in(TerritoryMap territory) {
        return Scenario.of(new Cases(() -> TestCase.in(territory)));
    }

    @Test
    void theNameOfAServiceHasNoContact() {
        in(TestTerritory.map())
                .when(new Submit("噪音 13812345678", null, Channel.WEB, null, null, "d", null, TestTerritory.IN_MICRO))
                .thenRejected("service.has-contact");
    }

    @Test
    void aRequestIsRoutedByItsPoint() {
        in(TestTerritory.map())
                .when(submit(null, TestTerritory.IN_MICRO))
                .then(submitted(TOWN, TestCase.IN_MICRO, null, TestTerritory.IN_MICRO));
    }

    @Test
    void aRequestOutsideOfEveryTownshipCountsForTheNearestOne() {
        in(TestTerritory.ofTwoTownships())
                .when(submit(null, TestTerritory.OUTSIDE))
                .then(submitted(TOWN, List.of(), null, TestTerritory.OUTSIDE));
        in(TestTerritory.ofTwoTownships())
                .when(submit(null, TestTerritory.NEAR_NEIGHBOUR))
                .then(submitted(NEIGHBOUR, List.of(), null, TestTerritory.NEAR_NEIGHBOUR));
    }

    @Test
    void aRequestWithoutAPointCountsForTheOnlyTownship() {
        in(TestTerritory.map())
                .when(submit("Xinba Road 1", null))
                .then(submitted(TOWN, List.of(), "Xinba Road 1", null));
    }

    @Test
    void aRequestWithoutAPointCountsForNoneOfSeveralTownships() {
        in(TestTerritory.ofTwoTownships())
                .when(submit("Xinba Road 1", null))
                .then(submitted(null, List.of(), "Xinba Road 1", null));
    }

    @Test
    void aRequestIsTakenInEvenIfNoTerritoryIsKnown() {
        in(TerritoryMap.EMPTY)
                .when(submit(null, TestTerritory.IN_MICRO))
                .then(submitted(null, List.of(), null, TestTerritory.IN_MICRO));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aRequestHasAPointOrAnAddress(@Nullable String address) {
        in(TestTerritory.map()).when(submit(address, null)).thenRejected("request.no-place");
    }

    @Test
    void whatOnlyTheResidentKnowsMayBeMissing() {
        in(TestTerritory.map())
                .when(new Submit(
                        "Noise", null, Channel.WINDOW, null, null, "Loud", "Xinba Road 1", TestTerritory.IN_EAST))
                .then(new RequestSubmitted(
                        "Noise",
                        null,
                        null,
                        Channel.WINDOW,
                        TOWN,
                        List.of(TOWN, TestTerritory.EAST),
                        null,
                        null,
                        null,
                        "Loud",
                        "Xinba Road 1",
                        TestTerritory.IN_EAST));
    }

    @Test
    void aSubmittedCaseIsAtItsBeginning() {
        Case state = TestCase.state(TestCase.at(Stage.SUBMITTED));
        assertThat(state.stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(state.need().requestedAt()).isEqualTo(TestCase.anHourAgo());
        assertThat(state.handling()).isEqualTo(Handling.NONE);
        assertThat(state.ending()).isEqualTo(Ending.OPEN);
    }

    @Test
    void aCaseCountsForTheTownshipAndCommunityOfItsPlace() {
        Cases cases = new Cases(() -> TestCase.NEIGHBOURHOOD);
        assertThat(cases.scope(TestCase.state(TestCase.at(Stage.SUBMITTED))))
                .isEqualTo(new Scope(TOWN, TestTerritory.WEST));
        assertThat(cases.scope(TestCase.state(TestCase.none().given(TestCase.submitted(TOWN, List.of(), null)))))
                .isEqualTo(new Scope(TOWN, null));
    }

    @Test
    void onlyWhatIsUnroutedIsMarkedSo() {
        assertThat(TestCase.state(TestCase.at(Stage.SUBMITTED)).whereabouts().unrouted())
                .isNull();
        assertThat(TestCase.state(TestCase.none().given(TestCase.submitted(TOWN, List.of(), null)))
                        .whereabouts()
                        .unrouted())
                .isTrue();
    }
}
