package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.request.TerritoryMapFixture.TOWN;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.contracts.IntakeChannel;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.Satisfaction;
import org.yiqiao.core.decider.TimestampedEvent;
import org.yiqiao.core.test.AggregateTestScenario;
import org.yiqiao.request.TerritoryMapFixture;

class ImportExternalRequestTest {

    private static final Instant REQUESTED = Instant.parse("2019-05-01T08:00:00Z");
    private static final Instant CLOSED = Instant.parse("2019-05-03T09:30:00Z");

    private static ImportExternalRequest importRequest(@Nullable Point location, @Nullable Instant closedAt) {
        return new ImportExternalRequest("16-42", "Graffiti", "G1", "On the wall", null, location, REQUESTED, closedAt);
    }

    private static ImportExternalRequest importWithPlaceCode(@Nullable Point location, String placeCode) {
        return new ImportExternalRequest(
                "16-42",
                "Graffiti",
                "G1",
                "On the wall",
                null,
                location,
                placeCode,
                REQUESTED,
                null,
                List.of(),
                List.of());
    }

    private static RequestSubmitted submitted(String township, List<String> path, @Nullable Point location) {
        return new RequestSubmitted(
                "Graffiti",
                "G1",
                null,
                IntakeChannel.OPEN311,
                township,
                path,
                "16-42",
                null,
                null,
                "On the wall",
                null,
                location);
    }

    private static AggregateTestScenario<Case, CaseEvent, CaseDecisionFacts> scenarioAfter(
            ImportExternalRequest command) {
        AggregateTestScenario<Case, CaseEvent, CaseDecisionFacts> scenario = CaseFixture.noCase();
        for (TimestampedEvent<CaseEvent> timestamped : scenario.when(command).timestampedEvents()) {
            scenario = scenario.given(timestamped.event());
        }
        return scenario;
    }

    @Test
    void openRequestKeepsRequestTime() {
        assertThat(CaseFixture.noCase()
                        .when(importRequest(TerritoryMapFixture.IN_MICRO, null))
                        .timestampedEvents())
                .containsExactly(new TimestampedEvent<>(
                        submitted(TOWN, CaseFixture.IN_MICRO, TerritoryMapFixture.IN_MICRO), REQUESTED));
    }

    @Test
    void closedRequestKeepsClosingTime() {
        assertThat(CaseFixture.noCase()
                        .when(importRequest(TerritoryMapFixture.IN_MICRO, CLOSED))
                        .timestampedEvents())
                .containsExactly(
                        new TimestampedEvent<>(
                                submitted(TOWN, CaseFixture.IN_MICRO, TerritoryMapFixture.IN_MICRO), REQUESTED),
                        new TimestampedEvent<>(new RequestClosed(ClosingBasis.IMPORTED), CLOSED));
    }

    @Test
    void outsideRequestIsImportedUnrouted() {
        CaseFixture.noCase()
                .when(importRequest(TerritoryMapFixture.OUTSIDE, null))
                .then(submitted(TOWN, List.of(), TerritoryMapFixture.OUTSIDE));
    }

    @Test
    void requestWithoutPlaceIsImportedUnrouted() {
        CaseFixture.noCase().when(importRequest(null, null)).then(submitted(TOWN, List.of(), null));
    }

    @Test
    void requestWithoutPlaceBelongsToTownshipOfOperator() {
        AggregateTestScenario.of(new CaseAggregateType(() -> CaseFixture.factsOf(TerritoryMapFixture.twoTownships())))
                .when(importRequest(null, null).withHome(List.of(TerritoryMapFixture.NEIGHBOUR)))
                .then(submitted(TerritoryMapFixture.NEIGHBOUR, List.of(), null));
    }

    @Test
    void placeCodeCountsOnlyWithoutAPoint() {
        ImportExternalRequest withCode = importWithPlaceCode(new Point(0, 0), TerritoryMapFixture.NORTH_WEST);
        List<String> path = TerritoryMapFixture.map().path(TerritoryMapFixture.NORTH_WEST);
        CaseFixture.noCase().when(withCode).then(submitted(TOWN, path, null));

        CaseFixture.noCase()
                .when(importWithPlaceCode(TerritoryMapFixture.OUTSIDE, TerritoryMapFixture.NORTH_WEST))
                .then(submitted(TOWN, List.of(), TerritoryMapFixture.OUTSIDE));
        CaseFixture.noCase()
                .when(importWithPlaceCode(TerritoryMapFixture.FAR, TerritoryMapFixture.NORTH_WEST))
                .thenRejected("row.too-far");
    }

    @Test
    void requestWithUnknownPlaceCodeBelongsToTownshipOfOperator() {
        AggregateTestScenario.of(new CaseAggregateType(() -> CaseFixture.factsOf(TerritoryMapFixture.twoTownships())))
                .when(importWithPlaceCode(null, "999999999").withHome(List.of(TerritoryMapFixture.NEIGHBOUR)))
                .then(submitted(TerritoryMapFixture.NEIGHBOUR, List.of(), null));
    }

    @Test
    void pointAtZeroZeroIsNoPoint() {
        CaseFixture.noCase().when(importRequest(new Point(0, 0), null)).then(submitted(TOWN, List.of(), null));
    }

    @Test
    void pointFarFromEveryTownshipIsRejected() {
        CaseFixture.noCase()
                .when(importRequest(TerritoryMapFixture.FAR, CLOSED))
                .thenRejected("row.too-far");
    }

    @Test
    void closedRequestIsImportedAsClosed() {
        Case state = CaseFixture.state(scenarioAfter(importRequest(TerritoryMapFixture.IN_MICRO, CLOSED)));
        assertThat(state.stage()).isEqualTo(CaseStage.CLOSED);
        assertThat(state.ending().basis()).isEqualTo(ClosingBasis.IMPORTED);
        assertThat(state.need().externalId()).isEqualTo("16-42");
    }

    @Test
    void importedClosedRequestCanBeRatedAndReopened() {
        AggregateTestScenario<Case, CaseEvent, CaseDecisionFacts> closed =
                scenarioAfter(importRequest(TerritoryMapFixture.IN_MICRO, CLOSED));
        assertThat(closed.when(new Rate(true, Satisfaction.SATISFIED)).timestampedEvents())
                .hasSize(1);
        assertThat(closed.when(new Reopen("It is back")).timestampedEvents()).hasSize(1);
    }
}
