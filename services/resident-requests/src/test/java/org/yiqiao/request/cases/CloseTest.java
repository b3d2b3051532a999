package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.ClosingBasis;

class CloseTest {

    @Test
    void aVerifiedCaseIsClosed() {
        TestCase.at(Stage.VERIFIED).when(new Close()).then(new RequestClosed(ClosingBasis.VERIFIED));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VERIFIED")
    void nothingIsClosedWithoutVerification(Stage stage) {
        TestCase.at(stage).when(new Close()).thenRejected("case.wrong-stage");
    }

    @Test
    void theCaseShowsWhenAndWhyItWasClosed() {
        Case state = TestCase.state(TestCase.at(Stage.CLOSED));
        assertThat(state.stage()).isEqualTo(Stage.CLOSED);
        assertThat(state.ending())
                .isEqualTo(new Ending(TestCase.VERIFIER, TestCase.anHourAgo(), ClosingBasis.VERIFIED, null, null, 0));
    }
}
