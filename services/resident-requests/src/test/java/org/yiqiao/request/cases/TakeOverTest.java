package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.request.TestTerritory.TOWN;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.contracts.Channel;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.Satisfaction;
import org.yiqiao.core.decider.Occurrence;
import org.yiqiao.core.test.Scenario;
import org.yiqiao.request.TestTerritory;

class TakeOverTest {

    private static final Instant REQUESTED = Instant.parse("2019-05-01T08:00:00Z");
    private static final Instant CLOSED = Instant.parse("2019-05-03T09:30:00Z");

    private static TakeOver takeOver(@Nullable Point location, @Nullable Instant closedAt) {
        return new TakeOver("16-42", "Graffiti", "G1", "On the wall", null, location, REQUESTED, closedAt);
    }

    private static RequestSubmitted submitted(String township, List<String> path, @Nullable Point location) {
        return new RequestSubmitted(
                "Graffiti",
                "G1",
                null,
                Channel.OPEN311,
                township,
                path,
                "16-42",
                null,
                null,
                "On the wall",
                null,
                location);
    }

    private static Scenario<Case, CaseEvent, Neighbourhood> after(TakeOver command) {
        Scenario<Case, CaseEvent, Neighbourhood> scenario = TestCase.none();
        for (Occurrence<CaseEvent> occurrence : scenario.when(command).occurrences()) {
            scenario = scenario.given(occurrence.event());
        }
        return scenario;
    }

    @Test
    void anOpenRequestKeepsTheTimeThatItWasMade() {
        assertThat(TestCase.none().when(takeOver(TestTerritory.IN_MICRO, null)).occurrences())
                .containsExactly(
                        new Occurrence<>(submitted(TOWN, TestCase.IN_MICRO, TestTerritory.IN_MICRO), REQUESTED));
    }

    @Test
    void aClosedRequestComesWithTheTimeThatItWasClosed() {
        assertThat(TestCase.none()
                        .when(takeOver(TestTerritory.IN_MICRO, CLOSED))
                        .occurrences())
                .containsExactly(
                        new Occurrence<>(submitted(TOWN, TestCase.IN_MICRO, TestTerritory.IN_MICRO), REQUESTED),
                        new Occurrence<>(new RequestClosed(ClosingBasis.IMPORTED), CLOSED));
    }

    @Test
    void aRequestOutsideOfEveryTownshipIsTakenOverUnrouted() {
        TestCase.none()
                .when(takeOver(TestTerritory.OUTSIDE, null))
                .then(submitted(TOWN, List.of(), TestTerritory.OUTSIDE));
    }

    @Test
    void aRequestWithoutAnyPlaceIsTakenOverUnrouted() {
        TestCase.none().when(takeOver(null, null)).then(submitted(TOWN, List.of(), null));
    }

    @Test
    void aClosedRequestIsClosedHereToo() {
        Case state = TestCase.state(after(takeOver(TestTerritory.IN_MICRO, CLOSED)));
        assertThat(state.stage()).isEqualTo(Stage.CLOSED);
        assertThat(state.ending().basis()).isEqualTo(ClosingBasis.IMPORTED);
        assertThat(state.need().externalId()).isEqualTo("16-42");
    }

    @Test
    void whatWasClosedElsewhereMayBeRatedAndReopenedHere() {
        Scenario<Case, CaseEvent, Neighbourhood> closed = after(takeOver(TestTerritory.IN_MICRO, CLOSED));
        assertThat(closed.when(new Rate(true, Satisfaction.SATISFIED)).occurrences())
                .hasSize(1);
        assertThat(closed.when(new Reopen("It is back")).occurrences()).hasSize(1);
    }
}
