package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent.HelpArranged;
import org.yiqiao.contracts.CaseEvent.HelpConcluded;
import org.yiqiao.contracts.CaseEvent.HelpDeclined;
import org.yiqiao.contracts.CaseEvent.HelpEnded;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.ClosingBasis;

class CaseHelpTest {

    private static final String ORGANIZATION = "organization-1";

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLOSED")
    void organizationHelpsWithOpenRequestInAnyStage(CaseStage stage) {
        CaseFixture.inStage(stage).when(new ArrangeHelp(ORGANIZATION)).then(new HelpArranged(ORGANIZATION));
    }

    @Test
    void closedRequestDeclinesClaimThatCrossedTheClosing() {
        var closed = CaseFixture.inStage(CaseStage.CLOSED);
        closed.when(new ArrangeHelp(ORGANIZATION)).then(new HelpDeclined(ORGANIZATION));
        Case state = CaseFixture.state(closed.given(new HelpDeclined(ORGANIZATION)));
        assertThat(state.handling().helpers()).isEmpty();
        assertThat(state.past().history().getLast().step()).isEqualTo(HandlingStepType.HELP_DECLINED);
        assertThat(state.past().history().getLast().organization()).isEqualTo(ORGANIZATION);
    }

    @Test
    void closingConcludesTheHelpOfEveryOrganization() {
        CaseFixture.inStage(CaseStage.VERIFIED)
                .given(new HelpArranged(ORGANIZATION), new HelpArranged("organization-2"))
                .when(new Close())
                .then(
                        new RequestClosed(ClosingBasis.VERIFIED),
                        new HelpConcluded(ORGANIZATION),
                        new HelpConcluded("organization-2"));
    }

    @Test
    void claimAndClosingThatCrossConvergeInEitherOrder() {
        Case claimedFirst = CaseFixture.state(CaseFixture.inStage(CaseStage.VERIFIED)
                .given(
                        new HelpArranged(ORGANIZATION),
                        new RequestClosed(ClosingBasis.VERIFIED),
                        new HelpConcluded(ORGANIZATION)));
        Case closedFirst = CaseFixture.state(CaseFixture.inStage(CaseStage.VERIFIED)
                .given(new RequestClosed(ClosingBasis.VERIFIED), new HelpDeclined(ORGANIZATION)));
        assertThat(closedFirst.stage()).isEqualTo(CaseStage.CLOSED);
        assertThat(closedFirst.handling()).isEqualTo(claimedFirst.handling());
        assertThat(closedFirst.ending()).isEqualTo(claimedFirst.ending());
        assertThat(closedFirst.handling().helpers()).isEmpty();
    }

    @Test
    void closedCaseOfEarlierVersionStillReleasesItsHelper() {
        CaseFixture.inStage(CaseStage.CLOSED)
                .given(new HelpArranged(ORGANIZATION))
                .when(new EndHelp(ORGANIZATION))
                .then(new HelpEnded(ORGANIZATION));
    }

    @Test
    void sameHelperIsAddedOnce() {
        CaseFixture.inStage(CaseStage.SUBMITTED)
                .given(new HelpArranged(ORGANIZATION))
                .when(new ArrangeHelp(ORGANIZATION))
                .thenNoEvents();
    }

    @ParameterizedTest
    @EnumSource
    void helpCanEndAtAnyStage(CaseStage stage) {
        CaseFixture.inStage(stage)
                .given(new HelpArranged(ORGANIZATION))
                .when(new EndHelp(ORGANIZATION))
                .then(new HelpEnded(ORGANIZATION));
    }

    @Test
    void endingHelpOfNonHelperDoesNothing() {
        CaseFixture.inStage(CaseStage.SUBMITTED)
                .given(new HelpArranged("organization-2"))
                .when(new EndHelp(ORGANIZATION))
                .thenNoEvents();
    }

    @Test
    void severalOrganizationsCanHelp() {
        var helped = CaseFixture.inStage(CaseStage.ACCEPTED)
                .given(new HelpArranged(ORGANIZATION), new HelpArranged("organization-2"));
        Case state = CaseFixture.state(helped);
        assertThat(state.stage()).isEqualTo(CaseStage.ACCEPTED);
        assertThat(state.handling().helpers()).containsExactly(ORGANIZATION, "organization-2");
        assertThat(CaseFixture.state(helped.given(new HelpEnded(ORGANIZATION)))
                        .handling()
                        .helpers())
                .containsExactly("organization-2");
    }
}
