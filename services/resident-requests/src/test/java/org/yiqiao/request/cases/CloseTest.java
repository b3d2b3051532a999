package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.ClosingBasis;

class CloseTest {

    @Test
    void verifiedCaseIsClosed() {
        CaseFixture.inStage(CaseStage.VERIFIED).when(new Close()).then(new RequestClosed(ClosingBasis.VERIFIED));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VERIFIED")
    void onlyVerifiedCaseIsClosed(CaseStage stage) {
        CaseFixture.inStage(stage).when(new Close()).thenRejected("case.wrong-stage");
    }

    @Test
    void caseRecordsClosingTimeAndBasis() {
        Case state = CaseFixture.state(CaseFixture.inStage(CaseStage.CLOSED));
        assertThat(state.stage()).isEqualTo(CaseStage.CLOSED);
        assertThat(state.ending())
                .isEqualTo(new CaseOutcome(
                        CaseFixture.VERIFIER, CaseFixture.oneHourAgo(), ClosingBasis.VERIFIED, null, null, 0));
    }
}
