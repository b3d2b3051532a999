package org.yiqiao.request.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.DispatchAccepted;
import org.yiqiao.contracts.CaseEvent.DispatchRevoked;
import org.yiqiao.contracts.CaseEvent.HelpArranged;
import org.yiqiao.contracts.CaseEvent.HelpConcluded;
import org.yiqiao.contracts.CaseEvent.HelpDeclined;
import org.yiqiao.contracts.CaseEvent.HelpEnded;
import org.yiqiao.contracts.CaseEvent.OutcomeRated;
import org.yiqiao.contracts.CaseEvent.RequestClassified;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.CaseEvent.RequestDispatched;
import org.yiqiao.contracts.CaseEvent.RequestHandedOver;
import org.yiqiao.contracts.CaseEvent.RequestReopened;
import org.yiqiao.contracts.CaseEvent.RequestRouted;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.contracts.CaseEvent.ResolutionReported;
import org.yiqiao.contracts.CaseEvent.ResolutionVerified;
import org.yiqiao.contracts.CaseEvent.VerificationFailed;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.contracts.RoutingMethod;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.decider.TimestampedEvent;

/**
 * The case of one resident request.
 *
 * @param stage stage of the case
 * @param past the steps so far; empty for a case that was stored before histories existed
 */
public record Case(
        CaseStage stage,
        @JsonUnwrapped RequestDetails need,
        @JsonUnwrapped CaseLocation whereabouts,
        @JsonUnwrapped CaseHandling handling,
        @JsonUnwrapped CaseOutcome ending,
        @JsonUnwrapped CaseHistory past) {

    public Case {
        // A case that an earlier version stored has no history.
        past = Objects.requireNonNullElse(past, CaseHistory.EMPTY);
    }

    /**
     * Returns the owners of the case: its place or else its township, the requester, the API client, and the
     * organizations that help.
     */
    Ownership ownership() {
        String township = whereabouts.township();
        List<String> place = whereabouts.path().isEmpty() && township != null ? List.of(township) : whereabouts.path();
        Ownership ownership =
                Ownership.ofPath(place).withPerson(need.requester()).withPerson(need.client());
        for (String helper : handling.helpers()) {
            ownership = ownership.withOrganization(helper);
        }
        return ownership;
    }

    /**
     * Returns the full case to its requester and, until the case is closed, to its handler. All other callers get a
     * masked copy.
     *
     * @param caller pseudonymous id
     */
    Case visibleTo(String caller) {
        boolean handlesOpenCase = caller.equals(handling.handler()) && stage != CaseStage.CLOSED;
        return handlesOpenCase || caller.equals(need.requester())
                ? this
                : new Case(
                        stage,
                        need.masked(whereabouts.path()),
                        whereabouts.masked(),
                        handling.masked(whereabouts.path()),
                        ending,
                        past.masked(whereabouts.path()));
    }

    /** Returns the status in the system that issued the request, or null if the request was not imported. */
    @Nullable
    SourceStatus knownSourceStatus() {
        if (need.sourceStatus() != null || need.externalId() == null) {
            return need.sourceStatus();
        }
        return ending.basis() == ClosingBasis.IMPORTED
                ? new SourceStatus(true, ending.closedAt())
                : new SourceStatus(ending.reopened() > 0, null);
    }

    static Case evolve(@Nullable Case before, TimestampedEvent<? extends CaseEvent> timestamped) {
        Case after =
                switch (timestamped.event()) {
                    case RequestSubmitted submitted when before == null -> fromSubmission(submitted, timestamped);
                    case CaseEvent later
                    when before != null -> before.apply(later, timestamped).withSourceStatusAfter(before, timestamped);
                    case CaseEvent later -> throw new IllegalStateException("No submission precedes " + later);
                };
        return after.withLocation(after.whereabouts.inStage(after.stage));
    }

    private Case withLocation(CaseLocation location) {
        return new Case(stage, need, location, handling, ending, past);
    }

    private static Case fromSubmission(RequestSubmitted submitted, TimestampedEvent<?> timestamped) {
        return new Case(
                CaseStage.SUBMITTED,
                new RequestDetails(
                        submitted.service(),
                        submitted.serviceCode(),
                        submitted.kind(),
                        submitted.channel(),
                        submitted.externalId(),
                        submitted.requester(),
                        submitted.client(),
                        submitted.description(),
                        timestamped.time(),
                        submitted.externalId() == null ? null : SourceStatus.OPEN),
                new CaseLocation(
                        submitted.township(),
                        submitted.path(),
                        submitted.address(),
                        submitted.point(),
                        RoutingMethod.BY_TERRITORY),
                CaseHandling.NONE,
                CaseOutcome.NOT_CLOSED,
                CaseHistory.EMPTY);
    }

    private Case apply(CaseEvent event, TimestampedEvent<?> timestamped) {
        Instant time = timestamped.time();
        return switch (event) {
            case RequestSubmitted duplicate ->
                throw new IllegalStateException("The case is already submitted: " + duplicate);
            case RequestRouted(var township, var path, var by) ->
                withLocation(whereabouts.withPlace(township, path, by));
            case RequestClassified(var kind, var caseKind, var promisedFor) ->
                new Case(
                        CaseStage.CLASSIFIED,
                        need.withKind(kind),
                        whereabouts,
                        handling.withClassification(caseKind, promisedFor),
                        ending,
                        past);
            case RequestDispatched(var grid, var handler) ->
                withStage(CaseStage.DISPATCHED)
                        .withHandling(handling.withHandler(grid, handler))
                        .withStep(HandlingStep.ofPerson(time, HandlingStepType.DISPATCHED, handler));
            case DispatchAccepted(var handler) ->
                withStage(CaseStage.ACCEPTED).withStep(HandlingStep.ofPerson(time, HandlingStepType.ACCEPTED, handler));
            case RequestHandedOver(var grid, var handler, var formerHandler) ->
                withStage(stage == CaseStage.RESOLVED ? stage : CaseStage.DISPATCHED)
                        .withHandling(handling.withSuccessor(grid, handler))
                        .withStep(HandlingStep.ofPerson(time, HandlingStepType.HANDED_OVER, handler)
                                .withFormerHandler(formerHandler));
            case DispatchRevoked(var grid, var formerHandler) ->
                withStage(CaseStage.CLASSIFIED)
                        .withHandling(handling.withHandler(null, null))
                        .withStep(HandlingStep.ofPerson(time, HandlingStepType.DISPATCH_REVOKED, null)
                                .withFormerHandler(formerHandler));
            case ResolutionReported(var handler, var measures) ->
                withStage(CaseStage.RESOLVED)
                        .withHandling(handling.withMeasures(measures))
                        .withStep(HandlingStep.ofPerson(time, HandlingStepType.RESOLVED, handler)
                                .withMeasures(measures));
            case ResolutionVerified(var verifier) ->
                withStage(CaseStage.VERIFIED)
                        .withEnding(ending.withVerifier(verifier))
                        .withStep(HandlingStep.ofPerson(time, HandlingStepType.VERIFIED, verifier));
            case VerificationFailed(var verifier, var reason) ->
                withStage(CaseStage.ACCEPTED)
                        .withStep(HandlingStep.ofPerson(time, HandlingStepType.VERIFICATION_FAILED, verifier)
                                .withReason(reason));
            case RequestClosed(var basis) -> closed(time, basis);
            case OutcomeRated(var solved, var satisfaction) ->
                withEnding(ending.withRating(solved, satisfaction))
                        .withStep(HandlingStep.ofRating(time, solved, satisfaction));
            case RequestReopened(var times, var reason) ->
                new Case(
                        need.kind() == null ? CaseStage.SUBMITTED : CaseStage.CLASSIFIED,
                        need,
                        whereabouts,
                        handling.withHandler(null, null),
                        CaseOutcome.reopened(times),
                        past.withRoundOf(handling, ending)
                                .with(HandlingStep.ofPerson(time, HandlingStepType.REOPENED, null)
                                        .withReason(reason)));
            case HelpArranged(var organization) ->
                withHandling(handling.withHelper(organization))
                        .withStep(HandlingStep.ofOrganization(time, HandlingStepType.HELP_ARRANGED, organization));
            case HelpEnded(var organization) -> withoutHelper(time, organization);
            case HelpConcluded(var organization) -> withoutHelper(time, organization);
            case HelpDeclined(var organization) ->
                withStep(HandlingStep.ofOrganization(time, HandlingStepType.HELP_DECLINED, organization));
        };
    }

    /** Returns the closed case. The closing of an imported case is no step, which keeps imports small. */
    private Case closed(Instant time, ClosingBasis basis) {
        Case closed = withStage(CaseStage.CLOSED).withEnding(ending.withClosing(time, basis));
        return basis == ClosingBasis.IMPORTED ? closed : closed.withStep(HandlingStep.ofClosing(time, basis));
    }

    private Case withoutHelper(Instant time, String organization) {
        return withHandling(handling.withoutHelper(organization))
                .withStep(HandlingStep.ofOrganization(time, HandlingStepType.HELP_ENDED, organization));
    }

    private Case withSourceStatusAfter(Case before, TimestampedEvent<? extends CaseEvent> timestamped) {
        SourceStatus known = SourceStatus.after(before.knownSourceStatus(), timestamped);
        return new Case(stage, need.withSourceStatus(known), whereabouts, handling, ending, past);
    }

    private Case withStage(CaseStage next) {
        return new Case(next, need, whereabouts, handling, ending, past);
    }

    private Case withHandling(CaseHandling next) {
        return new Case(stage, need, whereabouts, next, ending, past);
    }

    private Case withEnding(CaseOutcome next) {
        return new Case(stage, need, whereabouts, handling, next, past);
    }

    private Case withStep(HandlingStep step) {
        return new Case(stage, need, whereabouts, handling, ending, past.with(step));
    }
}
