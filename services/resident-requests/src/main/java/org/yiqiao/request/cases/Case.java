package org.yiqiao.request.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.DispatchAccepted;
import org.yiqiao.contracts.CaseEvent.HelpArranged;
import org.yiqiao.contracts.CaseEvent.HelpEnded;
import org.yiqiao.contracts.CaseEvent.OutcomeRated;
import org.yiqiao.contracts.CaseEvent.RequestClassified;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.CaseEvent.RequestDispatched;
import org.yiqiao.contracts.CaseEvent.RequestReopened;
import org.yiqiao.contracts.CaseEvent.RequestRouted;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.contracts.CaseEvent.ResolutionReported;
import org.yiqiao.contracts.CaseEvent.ResolutionVerified;
import org.yiqiao.contracts.CaseEvent.VerificationFailed;
import org.yiqiao.contracts.RoutingMethod;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.decider.TimestampedEvent;

/** The case of one resident request. */
public record Case(
        CaseStage stage,
        @JsonUnwrapped RequestDetails need,
        @JsonUnwrapped CaseLocation whereabouts,
        @JsonUnwrapped CaseHandling handling,
        @JsonUnwrapped CaseOutcome ending) {

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
                : new Case(stage, need.masked(), whereabouts.masked(), handling.masked(), ending);
    }

    static Case evolve(@Nullable Case before, TimestampedEvent<? extends CaseEvent> timestamped) {
        Case after =
                switch (timestamped.event()) {
                    case RequestSubmitted submitted when before == null -> fromSubmission(submitted, timestamped);
                    case CaseEvent later when before != null -> before.apply(later, timestamped);
                    case CaseEvent later -> throw new IllegalStateException("No submission precedes " + later);
                };
        return after.withLocation(after.whereabouts.inStage(after.stage));
    }

    private Case withLocation(CaseLocation location) {
        return new Case(stage, need, location, handling, ending);
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
                        timestamped.time()),
                new CaseLocation(
                        submitted.township(),
                        submitted.path(),
                        submitted.address(),
                        submitted.point(),
                        RoutingMethod.BY_TERRITORY),
                CaseHandling.NONE,
                CaseOutcome.NOT_CLOSED);
    }

    private Case apply(CaseEvent event, TimestampedEvent<?> timestamped) {
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
                        ending);
            case RequestDispatched(var grid, var handler) ->
                new Case(CaseStage.DISPATCHED, need, whereabouts, handling.withHandler(grid, handler), ending);
            case DispatchAccepted(var handler) -> withStage(CaseStage.ACCEPTED);
            case ResolutionReported(var handler, var measures) ->
                new Case(CaseStage.RESOLVED, need, whereabouts, handling.withMeasures(measures), ending);
            case ResolutionVerified(var verifier) ->
                new Case(CaseStage.VERIFIED, need, whereabouts, handling, ending.withVerifier(verifier));
            case VerificationFailed(var verifier, var reason) -> withStage(CaseStage.ACCEPTED);
            case RequestClosed(var basis) ->
                new Case(CaseStage.CLOSED, need, whereabouts, handling, ending.withClosing(timestamped.time(), basis));
            case OutcomeRated(var solved, var satisfaction) ->
                new Case(stage, need, whereabouts, handling, ending.withRating(solved, satisfaction));
            case RequestReopened(var times, var reason) ->
                new Case(
                        need.kind() == null ? CaseStage.SUBMITTED : CaseStage.CLASSIFIED,
                        need,
                        whereabouts,
                        handling.withHandler(null, null),
                        CaseOutcome.reopened(times));
            case HelpArranged(var organization) ->
                new Case(stage, need, whereabouts, handling.withHelper(organization), ending);
            case HelpEnded(var organization) ->
                new Case(stage, need, whereabouts, handling.withoutHelper(organization), ending);
        };
    }

    private Case withStage(CaseStage next) {
        return new Case(next, need, whereabouts, handling, ending);
    }
}
