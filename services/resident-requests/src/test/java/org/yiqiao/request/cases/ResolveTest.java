package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent.ResolutionReported;

class ResolveTest {

    private static final Resolve TOWED = new Resolve("The car was towed");

    @Test
    void theHandlerReportsWhatWasDone() {
        TestCase.at(Stage.ACCEPTED)
                .by(TestCase.CHIEF)
                .when(TOWED)
                .then(new ResolutionReported(TestCase.CHIEF, "The car was towed"));
    }

    @Test
    void nobodyElseDoes() {
        TestCase.at(Stage.ACCEPTED).by("chief-2").when(TOWED).thenRejected("case.not-handler");
    }

    @Test
    void whoeverReportsSaysWhoTheyAre() {
        TestCase.at(Stage.ACCEPTED).when(TOWED).thenRejected("actor.missing");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACCEPTED")
    void onlyACaseThatWasSignedForIsResolved(Stage stage) {
        TestCase.at(stage).by(TestCase.CHIEF).when(TOWED).thenRejected("case.wrong-stage");
    }

    @Test
    void theCaseShowsWhatWasDone() {
        Case state = TestCase.state(TestCase.at(Stage.RESOLVED));
        assertThat(state.stage()).isEqualTo(Stage.RESOLVED);
        assertThat(state.handling().measures()).isEqualTo("The car was towed");
    }
}
