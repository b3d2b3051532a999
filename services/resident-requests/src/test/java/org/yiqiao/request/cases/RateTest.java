package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent.OutcomeRated;
import org.yiqiao.contracts.Satisfaction;

class RateTest {

    @ParameterizedTest
    @EnumSource
    void theResidentSaysHowContentTheyAre(Satisfaction satisfaction) {
        TestCase.at(Stage.CLOSED).when(new Rate(true, satisfaction)).then(new OutcomeRated(true, satisfaction));
    }

    @Test
    void theResidentMaySayThatItIsNotSolvedThoughItWasVerified() {
        TestCase.at(Stage.CLOSED)
                .when(new Rate(false, Satisfaction.DISSATISFIED))
                .then(new OutcomeRated(false, Satisfaction.DISSATISFIED));
    }

    @Test
    void anOutcomeIsRatedOnce() {
        TestCase.at(Stage.CLOSED)
                .given(new OutcomeRated(true, Satisfaction.SATISFIED))
                .when(new Rate(false, Satisfaction.VERY_DISSATISFIED))
                .thenRejected("case.rated");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLOSED")
    void onlyAClosedCaseIsRated(Stage stage) {
        TestCase.at(stage).when(new Rate(true, Satisfaction.SATISFIED)).thenRejected("case.wrong-stage");
    }

    @Test
    void aRatingLeavesTheCaseClosed() {
        Case state = TestCase.state(TestCase.at(Stage.CLOSED).given(new OutcomeRated(false, Satisfaction.NEUTRAL)));
        assertThat(state.stage()).isEqualTo(Stage.CLOSED);
        assertThat(state.ending().solved()).isFalse();
        assertThat(state.ending().satisfaction()).isEqualTo(Satisfaction.NEUTRAL);
        assertThat(state.ending().verifier()).isEqualTo(TestCase.VERIFIER);
        assertThat(state.ending().closedAt()).isEqualTo(TestCase.anHourAgo());
    }
}
