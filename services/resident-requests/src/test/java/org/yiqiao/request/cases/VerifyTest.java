package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.CaseEvent.DispatchRevoked;
import org.yiqiao.contracts.CaseEvent.RequestHandedOver;
import org.yiqiao.contracts.CaseEvent.ResolutionVerified;
import org.yiqiao.contracts.CaseEvent.VerificationFailed;
import org.yiqiao.request.TerritoryMapFixture;

class VerifyTest {

    private static final Verify SOLVED = new Verify(true, null);
    private static final Verify NOT_SOLVED = new Verify(false, "It is still there");

    @Test
    void verifierOtherThanHandlerConfirmsResolution() {
        CaseFixture.inStage(CaseStage.RESOLVED)
                .asActor(CaseFixture.VERIFIER)
                .when(SOLVED)
                .then(new ResolutionVerified(CaseFixture.VERIFIER));
        Case state = CaseFixture.state(CaseFixture.inStage(CaseStage.VERIFIED));
        assertThat(state.stage()).isEqualTo(CaseStage.VERIFIED);
        assertThat(state.ending().verifier()).isEqualTo(CaseFixture.VERIFIER);
    }

    @Test
    void handlerCannotVerify() {
        CaseFixture.inStage(CaseStage.RESOLVED)
                .asActor(CaseFixture.CHIEF)
                .when(SOLVED)
                .thenRejected("case.verifier-is-handler");
        CaseFixture.inStage(CaseStage.RESOLVED)
                .asActor(CaseFixture.CHIEF)
                .when(NOT_SOLVED)
                .thenRejected("case.verifier-is-handler");
    }

    @Test
    void verifierMustBeSignedIn() {
        CaseFixture.inStage(CaseStage.RESOLVED).when(SOLVED).thenRejected("actor.missing");
    }

    @Test
    void failedVerificationReturnsCaseToHandler() {
        CaseFixture.inStage(CaseStage.RESOLVED)
                .asActor(CaseFixture.VERIFIER)
                .when(NOT_SOLVED)
                .then(new VerificationFailed(CaseFixture.VERIFIER, "It is still there"));
        Case state = CaseFixture.state(CaseFixture.inStage(CaseStage.RESOLVED)
                .given(new VerificationFailed(CaseFixture.VERIFIER, "It is still there")));
        assertThat(state.stage()).isEqualTo(CaseStage.ACCEPTED);
        assertThat(state.handling().handler()).isEqualTo(CaseFixture.CHIEF);
        assertThat(state.ending().verifier()).isNull();
    }

    @Test
    void failedVerificationGoesToSuccessorOfRelievedHandler() {
        CaseFixture.afterChangeOfChief(CaseStage.RESOLVED, "chief-2")
                .asActor(CaseFixture.VERIFIER)
                .when(NOT_SOLVED)
                .then(
                        new VerificationFailed(CaseFixture.VERIFIER, "It is still there"),
                        new RequestHandedOver(TerritoryMapFixture.NORTH_WEST, "chief-2", CaseFixture.CHIEF));
    }

    @Test
    void failedVerificationWithoutSuccessorMustBeDispatchedAgain() {
        CaseFixture.afterChangeOfChief(CaseStage.RESOLVED, null)
                .asActor(CaseFixture.VERIFIER)
                .when(NOT_SOLVED)
                .then(
                        new VerificationFailed(CaseFixture.VERIFIER, "It is still there"),
                        new DispatchRevoked(TerritoryMapFixture.NORTH_WEST, CaseFixture.CHIEF));
    }

    @Test
    void relievedHandlerCannotVerifyOwnResolution() {
        CaseFixture.afterChangeOfChief(CaseStage.RESOLVED, "chief-2")
                .given(new RequestHandedOver(TerritoryMapFixture.NORTH_WEST, "chief-2", CaseFixture.CHIEF))
                .asActor(CaseFixture.CHIEF)
                .when(SOLVED)
                .thenRejected("case.verifier-is-handler");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void failedVerificationRequiresReason(@Nullable String reason) {
        CaseFixture.inStage(CaseStage.RESOLVED)
                .asActor(CaseFixture.VERIFIER)
                .when(new Verify(false, reason))
                .thenRejected("case.no-reason");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RESOLVED")
    void onlyResolvedCaseIsVerified(CaseStage stage) {
        CaseFixture.inStage(stage).asActor(CaseFixture.VERIFIER).when(SOLVED).thenRejected("case.wrong-stage");
    }
}
