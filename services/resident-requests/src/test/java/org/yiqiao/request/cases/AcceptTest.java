package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent.DispatchAccepted;

class AcceptTest {

    @Test
    void theHandlerSignsForTheCase() {
        TestCase.at(Stage.DISPATCHED).by(TestCase.CHIEF).when(new Accept()).then(new DispatchAccepted(TestCase.CHIEF));
        assertThat(TestCase.state(TestCase.at(Stage.ACCEPTED)).stage()).isEqualTo(Stage.ACCEPTED);
    }

    @Test
    void nobodyElseDoes() {
        TestCase.at(Stage.DISPATCHED).by("chief-2").when(new Accept()).thenRejected("case.not-handler");
    }

    @Test
    void whoeverSignsSaysWhoTheyAre() {
        TestCase.at(Stage.DISPATCHED).when(new Accept()).thenRejected("actor.missing");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DISPATCHED")
    void onlyADispatchedCaseIsSignedFor(Stage stage) {
        TestCase.at(stage).by(TestCase.CHIEF).when(new Accept()).thenRejected("case.wrong-stage");
    }
}
