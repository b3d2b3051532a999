package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.CaseEvent.ResolutionVerified;
import org.yiqiao.contracts.CaseEvent.VerificationFailed;

class VerifyTest {

    private static final Verify SOLVED = new Verify(true, null);
    private static final Verify NOT_SOLVED = new Verify(false, "It is still there");

    @Test
    void somebodyElseFindsItSolved() {
        TestCase.at(Stage.RESOLVED).by(TestCase.VERIFIER).when(SOLVED).then(new ResolutionVerified(TestCase.VERIFIER));
        Case state = TestCase.state(TestCase.at(Stage.VERIFIED));
        assertThat(state.stage()).isEqualTo(Stage.VERIFIED);
        assertThat(state.ending().verifier()).isEqualTo(TestCase.VERIFIER);
    }

    @Test
    void whoeverHandlesNeverVerifies() {
        TestCase.at(Stage.RESOLVED).by(TestCase.CHIEF).when(SOLVED).thenRejected("case.verifier-is-handler");
        TestCase.at(Stage.RESOLVED).by(TestCase.CHIEF).when(NOT_SOLVED).thenRejected("case.verifier-is-handler");
    }

    @Test
    void whoeverVerifiesSaysWhoTheyAre() {
        TestCase.at(Stage.RESOLVED).when(SOLVED).thenRejected("actor.missing");
    }

    @Test
    void whatIsNotSolvedGoesBackToItsHandler() {
        TestCase.at(Stage.RESOLVED)
                .by(TestCase.VERIFIER)
                .when(NOT_SOLVED)
                .then(new VerificationFailed(TestCase.VERIFIER, "It is still there"));
        Case state = TestCase.state(
                TestCase.at(Stage.RESOLVED).given(new VerificationFailed(TestCase.VERIFIER, "It is still there")));
        assertThat(state.stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(state.handling().handler()).isEqualTo(TestCase.CHIEF);
        assertThat(state.ending().verifier()).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aFailureHasAReason(@Nullable String reason) {
        TestCase.at(Stage.RESOLVED)
                .by(TestCase.VERIFIER)
                .when(new Verify(false, reason))
                .thenRejected("case.no-reason");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RESOLVED")
    void onlyWhatIsSaidToBeDoneIsVerified(Stage stage) {
        TestCase.at(stage).by(TestCase.VERIFIER).when(SOLVED).thenRejected("case.wrong-stage");
    }
}
