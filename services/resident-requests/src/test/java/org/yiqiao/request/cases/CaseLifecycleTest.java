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
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.contracts.IntakeChannel;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.contracts.RoutingMethod;
import org.yiqiao.contracts.Satisfaction;
import org.yiqiao.core.decider.CreateCommand;
import org.yiqiao.core.decider.TimestampedEvent;
import org.yiqiao.core.test.AggregateTestScenario;
import org.yiqiao.request.TerritoryMapFixture;

/** A case passes through its stages; each command decides on the state that the previous commands produced. */
class CaseLifecycleTest {

    private AggregateTestScenario<Case, CaseEvent, CaseDecisionFacts> scenario = CaseFixture.noCase();
    private final List<CaseEvent> events = new ArrayList<>();

    private CaseLifecycleTest create(CreateCommand<CaseEvent, CaseDecisionFacts> command) {
        return record(scenario.when(command).timestampedEvents());
    }

    private CaseLifecycleTest then(String actor, CaseCommand command) {
        return record(scenario.asActor(actor).when(command).timestampedEvents());
    }

    private CaseLifecycleTest record(List<TimestampedEvent<CaseEvent>> newEvents) {
        for (TimestampedEvent<CaseEvent> timestamped : newEvents) {
            scenario = scenario.given(timestamped.event());
            events.add(timestamped.event());
        }
        return this;
    }

    private CaseLifecycleTest submit() {
        return create(new Submit(
                "Illegal Parking",
                null,
                IntakeChannel.PHONE,
                "requester-1",
                null,
                "On the pavement",
                "Xinba Road 1",
                TerritoryMapFixture.IN_MICRO,
                List.of()));
    }

    private CaseLifecycleTest handle() {
        return then("window-1", new Dispatch())
                .then(CaseFixture.CHIEF, new Accept())
                .then(CaseFixture.CHIEF, new Resolve("The car was towed"));
    }

    private CaseLifecycleTest close() {
        return then(CaseFixture.VERIFIER, new Verify(true, null)).then("window-1", new Close());
    }

    @Test
    void casePassesAllStages() {
        submit().then("window-1", new Classify(RequestKind.COMPLAINT, CaseKind.IMMEDIATE, null))
                .handle()
                .close()
                .then("requester-1", new Rate(true, Satisfaction.VERY_SATISFIED));
        assertThat(events)
                .containsExactly(
                        CaseFixture.submitted(),
                        CaseFixture.classified(),
                        new RequestDispatched(TerritoryMapFixture.NORTH_WEST, CaseFixture.CHIEF),
                        new DispatchAccepted(CaseFixture.CHIEF),
                        new ResolutionReported(CaseFixture.CHIEF, "The car was towed"),
                        new ResolutionVerified(CaseFixture.VERIFIER),
                        new RequestClosed(ClosingBasis.VERIFIED),
                        new OutcomeRated(true, Satisfaction.VERY_SATISFIED));
        assertThat(CaseFixture.state(scenario).ending())
                .isEqualTo(new CaseOutcome(
                        CaseFixture.VERIFIER,
                        CaseFixture.oneHourAgo(),
                        ClosingBasis.VERIFIED,
                        true,
                        Satisfaction.VERY_SATISFIED,
                        0));
    }

    @Test
    void failedVerificationIsReworkedBySameChief() {
        submit().then("window-1", new Classify(RequestKind.COMPLAINT, CaseKind.IMMEDIATE, null))
                .handle()
                .then(CaseFixture.VERIFIER, new Verify(false, "It is still there"))
                .then(CaseFixture.CHIEF, new Resolve("Now it was towed"))
                .close();
        assertThat(events.subList(4, events.size()))
                .containsExactly(
                        new ResolutionReported(CaseFixture.CHIEF, "The car was towed"),
                        new VerificationFailed(CaseFixture.VERIFIER, "It is still there"),
                        new ResolutionReported(CaseFixture.CHIEF, "Now it was towed"),
                        new ResolutionVerified(CaseFixture.VERIFIER),
                        new RequestClosed(ClosingBasis.VERIFIED));
        assertThat(CaseFixture.state(scenario).handling().measures()).isEqualTo("Now it was towed");
    }

    @Test
    void reopenedCaseRepeatsLoopAndRating() {
        submit().then("window-1", new Classify(RequestKind.COMPLAINT, CaseKind.IMMEDIATE, null))
                .handle()
                .close()
                .then("requester-1", new Rate(false, Satisfaction.DISSATISFIED))
                .then("requester-1", new Reopen("The cars are back"))
                .handle()
                .close()
                .then("requester-1", new Rate(true, Satisfaction.SATISFIED));
        assertThat(events).contains(new RequestReopened(1, "The cars are back"));
        assertThat(CaseFixture.state(scenario).ending())
                .isEqualTo(new CaseOutcome(
                        CaseFixture.VERIFIER,
                        CaseFixture.oneHourAgo(),
                        ClosingBasis.VERIFIED,
                        true,
                        Satisfaction.SATISFIED,
                        1));
    }

    @Test
    void requestWithAddressOnlyIsRoutedByHand() {
        create(new Submit(
                        "Noise",
                        RequestKind.COMPLAINT,
                        IntakeChannel.PHONE,
                        null,
                        null,
                        "Loud",
                        "Xinba Road 1",
                        null,
                        List.of()))
                .then("window-1", new Route(TerritoryMapFixture.NORTH_WEST))
                .then("window-1", new Classify(RequestKind.COMPLAINT, CaseKind.IMMEDIATE, null))
                .handle()
                .close();
        assertThat(events)
                .contains(new RequestRouted(
                        TerritoryMapFixture.TOWN,
                        List.of(TerritoryMapFixture.TOWN, TerritoryMapFixture.WEST, TerritoryMapFixture.NORTH_WEST),
                        RoutingMethod.BY_HAND));
        assertThat(CaseFixture.state(scenario).stage()).isEqualTo(CaseStage.CLOSED);
    }

    @Test
    void importedClosedRequestIsReopenedClassifiedAndHandled() {
        create(new ImportExternalRequest(
                        "16-42",
                        "Graffiti",
                        null,
                        "",
                        null,
                        TerritoryMapFixture.IN_MICRO,
                        CaseFixture.oneHourAgo(),
                        AggregateTestScenario.NOW))
                .then("requester-1", new Reopen("It is back"))
                .then("window-1", new Classify(RequestKind.REPORT, CaseKind.IMMEDIATE, null))
                .handle()
                .close();
        assertThat(CaseFixture.state(scenario).ending().basis()).isEqualTo(ClosingBasis.VERIFIED);
    }

    @Test
    void caseStartsWithExactlyOneSubmission() {
        assertThatThrownBy(() -> CaseFixture.noCase().given(CaseFixture.classified()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> CaseFixture.inStage(CaseStage.SUBMITTED).given(CaseFixture.submitted()))
                .isInstanceOf(IllegalStateException.class);
    }
}
