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
    void residentRatesSatisfaction(Satisfaction satisfaction) {
        CaseFixture.inStage(CaseStage.CLOSED)
                .when(new Rate(true, satisfaction))
                .then(new OutcomeRated(true, satisfaction));
    }

    @Test
    void residentCanRateVerifiedCaseAsUnsolved() {
        CaseFixture.inStage(CaseStage.CLOSED)
                .when(new Rate(false, Satisfaction.DISSATISFIED))
                .then(new OutcomeRated(false, Satisfaction.DISSATISFIED));
    }

    @Test
    void outcomeIsRatedOnce() {
        CaseFixture.inStage(CaseStage.CLOSED)
                .given(new OutcomeRated(true, Satisfaction.SATISFIED))
                .when(new Rate(false, Satisfaction.VERY_DISSATISFIED))
                .thenRejected("case.rated");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLOSED")
    void onlyClosedCaseIsRated(CaseStage stage) {
        CaseFixture.inStage(stage).when(new Rate(true, Satisfaction.SATISFIED)).thenRejected("case.wrong-stage");
    }

    @Test
    void ratingKeepsCaseClosed() {
        Case state = CaseFixture.state(
                CaseFixture.inStage(CaseStage.CLOSED).given(new OutcomeRated(false, Satisfaction.NEUTRAL)));
        assertThat(state.stage()).isEqualTo(CaseStage.CLOSED);
        assertThat(state.ending().solved()).isFalse();
        assertThat(state.ending().satisfaction()).isEqualTo(Satisfaction.NEUTRAL);
        assertThat(state.ending().verifier()).isEqualTo(CaseFixture.VERIFIER);
        assertThat(state.ending().closedAt()).isEqualTo(CaseFixture.oneHourAgo());
    }
}
