package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent.ResolutionReported;

class ResolveTest {

    private static final Resolve RESOLVE = new Resolve("The car was towed");

    @Test
    void handlerReportsMeasures() {
        CaseFixture.inStage(CaseStage.ACCEPTED)
                .asActor(CaseFixture.CHIEF)
                .when(RESOLVE)
                .then(new ResolutionReported(CaseFixture.CHIEF, "The car was towed"));
    }

    @Test
    void onlyHandlerResolves() {
        CaseFixture.inStage(CaseStage.ACCEPTED).asActor("chief-2").when(RESOLVE).thenRejected("case.not-handler");
    }

    @Test
    void anonymousCallerCannotResolve() {
        CaseFixture.inStage(CaseStage.ACCEPTED).when(RESOLVE).thenRejected("actor.missing");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACCEPTED")
    void onlyAcceptedCaseIsResolved(CaseStage stage) {
        CaseFixture.inStage(stage).asActor(CaseFixture.CHIEF).when(RESOLVE).thenRejected("case.wrong-stage");
    }

    @Test
    void caseRecordsMeasures() {
        Case state = CaseFixture.state(CaseFixture.inStage(CaseStage.RESOLVED));
        assertThat(state.stage()).isEqualTo(CaseStage.RESOLVED);
        assertThat(state.handling().measures()).isEqualTo("The car was towed");
    }
}
