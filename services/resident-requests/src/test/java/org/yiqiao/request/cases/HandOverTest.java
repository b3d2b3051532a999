package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.request.TerritoryMapFixture.NORTH_WEST;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent.DispatchRevoked;
import org.yiqiao.contracts.CaseEvent.RequestDispatched;
import org.yiqiao.contracts.CaseEvent.RequestHandedOver;
import org.yiqiao.contracts.CaseEvent.VerificationFailed;

class HandOverTest {

    private static final String SUCCESSOR = "chief-2";
    private static final RequestHandedOver TO_SUCCESSOR =
            new RequestHandedOver(NORTH_WEST, SUCCESSOR, CaseFixture.CHIEF);

    @ParameterizedTest
    @EnumSource(names = {"DISPATCHED", "ACCEPTED", "RESOLVED"})
    void openCaseGoesToSuccessor(CaseStage stage) {
        CaseFixture.afterChangeOfChief(stage, SUCCESSOR).when(new HandOver()).then(TO_SUCCESSOR);
    }

    @ParameterizedTest
    @EnumSource(names = {"DISPATCHED", "ACCEPTED"})
    void openCaseWithoutSuccessorGoesBackToBeDispatched(CaseStage stage) {
        var vacant = CaseFixture.afterChangeOfChief(stage, null);
        DispatchRevoked revoked = new DispatchRevoked(NORTH_WEST, CaseFixture.CHIEF);
        vacant.when(new HandOver()).then(revoked);

        Case returned = CaseFixture.state(vacant.given(revoked));
        assertThat(returned.stage()).isEqualTo(CaseStage.CLASSIFIED);
        assertThat(returned.handling().handler()).isNull();
        CaseFixture.inStage(stage)
                .given(revoked)
                .when(new Dispatch())
                .then(new RequestDispatched(NORTH_WEST, CaseFixture.CHIEF));
    }

    @Test
    void caseReworkedAfterFailedVerificationGoesToSuccessor() {
        CaseFixture.afterChangeOfChief(CaseStage.RESOLVED, SUCCESSOR)
                .given(new VerificationFailed(CaseFixture.VERIFIER, "It is still there"))
                .when(new HandOver())
                .then(TO_SUCCESSOR);
    }

    @Test
    void resolvedCaseWithoutSuccessorAwaitsItsVerification() {
        CaseFixture.afterChangeOfChief(CaseStage.RESOLVED, null)
                .when(new HandOver())
                .thenNoEvents();
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBMITTED", "CLASSIFIED", "VERIFIED", "CLOSED"})
    void otherCaseIsLeftAsItIs(CaseStage stage) {
        CaseFixture.afterChangeOfChief(stage, SUCCESSOR).when(new HandOver()).thenNoEvents();
        CaseFixture.afterChangeOfChief(stage, null).when(new HandOver()).thenNoEvents();
    }

    @ParameterizedTest
    @EnumSource
    void caseOfCurrentChiefIsLeftAsItIs(CaseStage stage) {
        CaseFixture.inStage(stage).when(new HandOver()).thenNoEvents();
    }

    @Test
    void secondHandoverDoesNothing() {
        CaseFixture.afterChangeOfChief(CaseStage.ACCEPTED, SUCCESSOR)
                .given(TO_SUCCESSOR)
                .when(new HandOver())
                .thenNoEvents();
    }

    @Test
    void successorAcceptsAndSeesTheFullCase() {
        var handedOver =
                CaseFixture.afterChangeOfChief(CaseStage.ACCEPTED, SUCCESSOR).given(TO_SUCCESSOR);
        Case state = CaseFixture.state(handedOver);
        assertThat(state.stage()).isEqualTo(CaseStage.DISPATCHED);
        assertThat(state.handling().handler()).isEqualTo(SUCCESSOR);
        assertThat(state.visibleTo(SUCCESSOR)).isEqualTo(state);
        assertThat(state.visibleTo(CaseFixture.CHIEF)).isNotEqualTo(state);
        handedOver.asActor(CaseFixture.CHIEF).when(new Accept()).thenRejected("case.not-handler");
    }

    @Test
    void resolvedCaseKeepsStageAndMeasuresAfterHandover() {
        Case state = CaseFixture.state(
                CaseFixture.afterChangeOfChief(CaseStage.RESOLVED, SUCCESSOR).given(TO_SUCCESSOR));
        assertThat(state.stage()).isEqualTo(CaseStage.RESOLVED);
        assertThat(state.handling().measures()).isEqualTo("The car was towed");
        assertThat(state.handling().handler()).isEqualTo(SUCCESSOR);
    }
}
