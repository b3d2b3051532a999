package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.yiqiao.request.TerritoryMapFixture.NORTH_WEST;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.CaseEvent.DispatchAccepted;
import org.yiqiao.contracts.CaseEvent.DispatchRevoked;
import org.yiqiao.contracts.CaseEvent.HelpArranged;
import org.yiqiao.contracts.CaseEvent.HelpEnded;
import org.yiqiao.contracts.CaseEvent.OutcomeRated;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.CaseEvent.RequestDispatched;
import org.yiqiao.contracts.CaseEvent.RequestHandedOver;
import org.yiqiao.contracts.CaseEvent.RequestReopened;
import org.yiqiao.contracts.CaseEvent.ResolutionReported;
import org.yiqiao.contracts.CaseEvent.ResolutionVerified;
import org.yiqiao.contracts.CaseEvent.VerificationFailed;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.contracts.Satisfaction;

/** The history keeps every reason, measure, handler and rating. */
class CaseHistoryTest {

    private static List<HandlingStep> history(Case state) {
        return state.past().history();
    }

    @Test
    void everyFailedVerificationKeepsItsReasonAndMeasures() {
        Case state = CaseFixture.state(CaseFixture.inStage(CaseStage.RESOLVED)
                .given(
                        new VerificationFailed(CaseFixture.VERIFIER, "It is still there"),
                        new ResolutionReported(CaseFixture.CHIEF, "Now it was towed"),
                        new VerificationFailed(CaseFixture.VERIFIER, "It is back")));

        assertThat(history(state))
                .extracting(HandlingStep::step, HandlingStep::person, HandlingStep::reason, HandlingStep::measures)
                .containsExactly(
                        tuple(HandlingStepType.DISPATCHED, CaseFixture.CHIEF, null, null),
                        tuple(HandlingStepType.ACCEPTED, CaseFixture.CHIEF, null, null),
                        tuple(HandlingStepType.RESOLVED, CaseFixture.CHIEF, null, "The car was towed"),
                        tuple(HandlingStepType.VERIFICATION_FAILED, CaseFixture.VERIFIER, "It is still there", null),
                        tuple(HandlingStepType.RESOLVED, CaseFixture.CHIEF, null, "Now it was towed"),
                        tuple(HandlingStepType.VERIFICATION_FAILED, CaseFixture.VERIFIER, "It is back", null));
        assertThat(history(state)).allMatch(step -> step.at().equals(CaseFixture.oneHourAgo()));
    }

    @Test
    void reopeningKeepsHandlersMeasuresVerifiersAndRatings() {
        Case state = CaseFixture.state(CaseFixture.inStage(CaseStage.CLOSED)
                .given(
                        new OutcomeRated(false, Satisfaction.DISSATISFIED),
                        new RequestReopened(1, "The cars are back"),
                        new RequestDispatched(NORTH_WEST, "chief-2"),
                        new DispatchAccepted("chief-2"),
                        new ResolutionReported("chief-2", "A fence was built"),
                        new ResolutionVerified("verifier-2"),
                        new RequestClosed(ClosingBasis.VERIFIED),
                        new OutcomeRated(true, Satisfaction.SATISFIED),
                        new RequestReopened(2, "The fence is broken")));

        assertThat(history(state))
                .extracting(HandlingStep::step, HandlingStep::person)
                .contains(
                        tuple(HandlingStepType.DISPATCHED, CaseFixture.CHIEF),
                        tuple(HandlingStepType.VERIFIED, CaseFixture.VERIFIER),
                        tuple(HandlingStepType.DISPATCHED, "chief-2"),
                        tuple(HandlingStepType.VERIFIED, "verifier-2"));
        assertThat(history(state))
                .extracting(HandlingStep::measures)
                .contains("The car was towed", "A fence was built");
        assertThat(history(state))
                .extracting(HandlingStep::reason)
                .contains("The cars are back", "The fence is broken");
        assertThat(history(state))
                .filteredOn(step -> step.step() == HandlingStepType.RATED)
                .extracting(HandlingStep::solved, HandlingStep::satisfaction)
                .containsExactly(tuple(false, Satisfaction.DISSATISFIED), tuple(true, Satisfaction.SATISFIED));
        assertThat(history(state))
                .filteredOn(step -> step.step() == HandlingStepType.CLOSED)
                .hasSize(2);
    }

    @Test
    void closingOfImportedCaseIsKeptWhenItIsReopened() {
        var imported = CaseFixture.noCase().given(CaseFixture.submitted(), new RequestClosed(ClosingBasis.IMPORTED));
        assertThat(history(CaseFixture.state(imported))).isEmpty();

        Case reopened = CaseFixture.state(imported.given(new RequestReopened(1, "It is back")));

        assertThat(history(reopened))
                .extracting(HandlingStep::step, HandlingStep::basis, HandlingStep::reason)
                .containsExactly(
                        tuple(HandlingStepType.CLOSED, ClosingBasis.IMPORTED, null),
                        tuple(HandlingStepType.REOPENED, null, "It is back"));
    }

    @Test
    void roundOfCaseStoredBeforeHistoriesIsKeptWhenItIsReopened() {
        Case closed = CaseFixture.state(
                CaseFixture.inStage(CaseStage.CLOSED).given(new OutcomeRated(false, Satisfaction.DISSATISFIED)));

        CaseHistory round = CaseHistory.EMPTY.withRoundOf(closed.handling(), closed.ending());

        assertThat(round.history())
                .extracting(
                        HandlingStep::step, HandlingStep::person, HandlingStep::measures, HandlingStep::satisfaction)
                .containsExactly(
                        tuple(HandlingStepType.RESOLVED, CaseFixture.CHIEF, "The car was towed", null),
                        tuple(HandlingStepType.VERIFIED, CaseFixture.VERIFIER, null, null),
                        tuple(HandlingStepType.CLOSED, null, null, null),
                        tuple(HandlingStepType.RATED, null, null, Satisfaction.DISSATISFIED));
    }

    @Test
    void handoversAndHelpAreSteps() {
        Case state = CaseFixture.state(CaseFixture.inStage(CaseStage.CLASSIFIED)
                .given(
                        new RequestDispatched(NORTH_WEST, CaseFixture.CHIEF),
                        new RequestHandedOver(NORTH_WEST, "chief-2", CaseFixture.CHIEF),
                        new DispatchRevoked(NORTH_WEST, "chief-2"),
                        new HelpArranged("organization-1"),
                        new HelpEnded("organization-1")));

        assertThat(history(state))
                .extracting(
                        HandlingStep::step,
                        HandlingStep::person,
                        HandlingStep::formerHandler,
                        HandlingStep::organization)
                .containsExactly(
                        tuple(HandlingStepType.DISPATCHED, CaseFixture.CHIEF, null, null),
                        tuple(HandlingStepType.HANDED_OVER, "chief-2", CaseFixture.CHIEF, null),
                        tuple(HandlingStepType.DISPATCH_REVOKED, null, "chief-2", null),
                        tuple(HandlingStepType.HELP_ARRANGED, null, null, "organization-1"),
                        tuple(HandlingStepType.HELP_ENDED, null, null, "organization-1"));
    }

    @Test
    void historyIsMaskedLikeTheRestOfTheCase() {
        Case state = CaseFixture.state(CaseFixture.inStage(CaseStage.ACCEPTED)
                .given(
                        new ResolutionReported(CaseFixture.CHIEF, "Called 13812345678"),
                        new VerificationFailed(CaseFixture.VERIFIER, "She says 13812345678 does not answer")));

        assertThat(history(state.visibleTo("somebody")))
                .extracting(HandlingStep::reason, HandlingStep::measures)
                .contains(tuple("She says **** does not answer", null), tuple(null, "Called ****"));
        assertThat(state.visibleTo(CaseFixture.CHIEF).past()).isEqualTo(state.past());
        assertThat(state.visibleTo("requester-1").past()).isEqualTo(state.past());
    }
}
