package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.DispatchAccepted;
import org.yiqiao.contracts.CaseEvent.OutcomeRated;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.CaseEvent.RequestDispatched;
import org.yiqiao.contracts.CaseEvent.RequestReopened;
import org.yiqiao.contracts.CaseEvent.RequestRouted;
import org.yiqiao.contracts.CaseEvent.ResolutionReported;
import org.yiqiao.contracts.CaseEvent.ResolutionVerified;
import org.yiqiao.contracts.CaseEvent.VerificationFailed;
import org.yiqiao.contracts.CaseKind;
import org.yiqiao.contracts.Channel;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.contracts.Routing;
import org.yiqiao.contracts.Satisfaction;
import org.yiqiao.core.decider.Creation;
import org.yiqiao.core.decider.Occurrence;
import org.yiqiao.core.test.Scenario;
import org.yiqiao.request.TestTerritory;

/** A case on its way through all stages, each decided on what the commands before it led to. */
class WholeLoopTest {

    private Scenario<Case, CaseEvent, Neighbourhood> now = TestCase.none();
    private final List<CaseEvent> happened = new ArrayList<>();

    private WholeLoopTest resident(Creation<CaseEvent, Neighbourhood> command) {
        return took(now.when(command).occurrences());
    }

    private WholeLoopTest then(String actor, CaseCommand command) {
        return took(now.by(actor).when(command).occurrences());
    }

    private WholeLoopTest took(List<Occurrence<CaseEvent>> occurrences) {
        for (Occurrence<CaseEvent> occurrence : occurrences) {
            now = now.given(occurrence.event());
            happened.add(occurrence.event());
        }
        return this;
    }

    private WholeLoopTest submitted() {
        return resident(new Submit(
                "Illegal Parking",
                null,
                Channel.PHONE,
                "requester-1",
                null,
                "On the pavement",
                "Xinba Road 1",
                TestTerritory.IN_MICRO));
    }

    private WholeLoopTest handled() {
        return then("window-1", new Dispatch())
                .then(TestCase.CHIEF, new Accept())
                .then(TestCase.CHIEF, new Resolve("The car was towed"));
    }

    private WholeLoopTest closed() {
        return then(TestCase.VERIFIER, new Verify(true, null)).then("window-1", new Close());
    }

    @Test
    void aRequestIsTakenInOpenedDispatchedHandledVerifiedClosedAndRated() {
        submitted()
                .then("window-1", new Classify(RequestKind.COMPLAINT, CaseKind.IMMEDIATE, null))
                .handled()
                .closed()
                .then("requester-1", new Rate(true, Satisfaction.VERY_SATISFIED));
        assertThat(happened)
                .containsExactly(
                        TestCase.submitted(),
                        TestCase.classified(),
                        new RequestDispatched(TestTerritory.NORTH_WEST, TestCase.CHIEF),
                        new DispatchAccepted(TestCase.CHIEF),
                        new ResolutionReported(TestCase.CHIEF, "The car was towed"),
                        new ResolutionVerified(TestCase.VERIFIER),
                        new RequestClosed(ClosingBasis.VERIFIED),
                        new OutcomeRated(true, Satisfaction.VERY_SATISFIED));
        assertThat(TestCase.state(now).ending())
                .isEqualTo(new Ending(
                        TestCase.VERIFIER,
                        TestCase.anHourAgo(),
                        ClosingBasis.VERIFIED,
                        true,
                        Satisfaction.VERY_SATISFIED,
                        0));
    }

    @Test
    void whatIsNotSolvedIsHandledAgainByTheSameChief() {
        submitted()
                .then("window-1", new Classify(RequestKind.COMPLAINT, CaseKind.IMMEDIATE, null))
                .handled()
                .then(TestCase.VERIFIER, new Verify(false, "It is still there"))
                .then(TestCase.CHIEF, new Resolve("Now it was towed"))
                .closed();
        assertThat(happened.subList(4, happened.size()))
                .containsExactly(
                        new ResolutionReported(TestCase.CHIEF, "The car was towed"),
                        new VerificationFailed(TestCase.VERIFIER, "It is still there"),
                        new ResolutionReported(TestCase.CHIEF, "Now it was towed"),
                        new ResolutionVerified(TestCase.VERIFIER),
                        new RequestClosed(ClosingBasis.VERIFIED));
        assertThat(TestCase.state(now).handling().measures()).isEqualTo("Now it was towed");
    }

    @Test
    void aReopenedCaseGoesThroughTheLoopOnceMoreAndIsRatedOnceMore() {
        submitted()
                .then("window-1", new Classify(RequestKind.COMPLAINT, CaseKind.IMMEDIATE, null))
                .handled()
                .closed()
                .then("requester-1", new Rate(false, Satisfaction.DISSATISFIED))
                .then("requester-1", new Reopen("The cars are back"))
                .handled()
                .closed()
                .then("requester-1", new Rate(true, Satisfaction.SATISFIED));
        assertThat(happened).contains(new RequestReopened(1, "The cars are back"));
        assertThat(TestCase.state(now).ending())
                .isEqualTo(new Ending(
                        TestCase.VERIFIER,
                        TestCase.anHourAgo(),
                        ClosingBasis.VERIFIED,
                        true,
                        Satisfaction.SATISFIED,
                        1));
    }

    @Test
    void aRequestWithAnAddressAloneIsRoutedByHandOnItsWay() {
        resident(new Submit("Noise", RequestKind.COMPLAINT, Channel.PHONE, null, null, "Loud", "Xinba Road 1", null))
                .then("window-1", new Route(TestTerritory.NORTH_WEST))
                .then("window-1", new Classify(RequestKind.COMPLAINT, CaseKind.IMMEDIATE, null))
                .handled()
                .closed();
        assertThat(happened)
                .contains(new RequestRouted(
                        TestTerritory.TOWN,
                        List.of(TestTerritory.TOWN, TestTerritory.WEST, TestTerritory.NORTH_WEST),
                        Routing.BY_HAND));
        assertThat(TestCase.state(now).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void whatASystemClosedElsewhereIsReopenedClassifiedAndHandledHere() {
        resident(new TakeOver(
                        "16-42",
                        "Graffiti",
                        null,
                        "",
                        null,
                        TestTerritory.IN_MICRO,
                        TestCase.anHourAgo(),
                        Scenario.NOW))
                .then("requester-1", new Reopen("It is back"))
                .then("window-1", new Classify(RequestKind.REPORT, CaseKind.IMMEDIATE, null))
                .handled()
                .closed();
        assertThat(TestCase.state(now).ending().basis()).isEqualTo(ClosingBasis.VERIFIED);
    }

    @Test
    void aCaseBeginsWithItsRequestAndHasOnlyOne() {
        assertThatThrownBy(() -> TestCase.none().given(TestCase.classified()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TestCase.at(Stage.SUBMITTED).given(TestCase.submitted()))
                .isInstanceOf(IllegalStateException.class);
    }
}
