package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent.DispatchAccepted;

class AcceptTest {

    @Test
    void handlerAcceptsDispatchedCase() {
        CaseFixture.inStage(CaseStage.DISPATCHED)
                .asActor(CaseFixture.CHIEF)
                .when(new Accept())
                .then(new DispatchAccepted(CaseFixture.CHIEF));
        assertThat(CaseFixture.state(CaseFixture.inStage(CaseStage.ACCEPTED)).stage())
                .isEqualTo(CaseStage.ACCEPTED);
    }

    @Test
    void onlyHandlerAccepts() {
        CaseFixture.inStage(CaseStage.DISPATCHED)
                .asActor("chief-2")
                .when(new Accept())
                .thenRejected("case.not-handler");
    }

    @Test
    void anonymousCallerCannotAccept() {
        CaseFixture.inStage(CaseStage.DISPATCHED).when(new Accept()).thenRejected("actor.missing");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DISPATCHED")
    void onlyDispatchedCaseIsAccepted(CaseStage stage) {
        CaseFixture.inStage(stage).asActor(CaseFixture.CHIEF).when(new Accept()).thenRejected("case.wrong-stage");
    }
}
