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
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.decider.Occurrence;

/** The case of one resident request. */
public record Case(
        Stage stage,
        @JsonUnwrapped Need need,
        @JsonUnwrapped Whereabouts whereabouts,
        @JsonUnwrapped Handling handling,
        @JsonUnwrapped Ending ending) {

    /** Its place, else its township; whoever asked for it, and through which program; the organizations that help. */
    Belonging belonging() {
        String township = whereabouts.township();
        List<String> place = whereabouts.path().isEmpty() && township != null ? List.of(township) : whereabouts.path();
        Belonging belonging = Belonging.in(place).andPerson(need.requester()).andPerson(need.client());
        for (String helper : handling.helpers()) {
            belonging = belonging.andOrganization(helper);
        }
        return belonging;
    }

    /** Whole for whom it is of and, until it is closed, for whom it was dispatched to; else masked. */
    Case shownTo(String caller) {
        boolean isInHand = caller.equals(handling.handler()) && stage != Stage.CLOSED;
        return isInHand || caller.equals(need.requester())
                ? this
                : new Case(stage, need.masked(), whereabouts.masked(), handling.masked(), ending);
    }

    static Case evolve(@Nullable Case before, Occurrence<? extends CaseEvent> occurrence) {
        return switch (occurrence.event()) {
            case RequestSubmitted submitted when before == null -> submitted(submitted, occurrence);
            case CaseEvent later when before != null -> before.after(later, occurrence);
            case CaseEvent later -> throw new IllegalStateException("No case before " + later);
        };
    }

    private static Case submitted(RequestSubmitted submitted, Occurrence<?> occurrence) {
        return new Case(
                Stage.SUBMITTED,
                new Need(
                        submitted.service(),
                        submitted.serviceCode(),
                        submitted.kind(),
                        submitted.channel(),
                        submitted.externalId(),
                        submitted.requester(),
                        submitted.client(),
                        submitted.description(),
                        occurrence.at()),
                new Whereabouts(submitted.township(), submitted.path(), submitted.address(), submitted.point()),
                Handling.NONE,
                Ending.OPEN);
    }

    private Case after(CaseEvent event, Occurrence<?> occurrence) {
        return switch (event) {
            case RequestSubmitted twice -> throw new IllegalStateException("Submitted before: " + twice);
            case RequestRouted(var township, var path, var by) ->
                new Case(stage, need, whereabouts.at(township, path), handling, ending);
            case RequestClassified(var kind, var caseKind, var promisedFor) ->
                new Case(
                        Stage.CLASSIFIED,
                        need.as(kind),
                        whereabouts,
                        handling.classified(caseKind, promisedFor),
                        ending);
            case RequestDispatched(var grid, var handler) ->
                new Case(Stage.DISPATCHED, need, whereabouts, handling.by(grid, handler), ending);
            case DispatchAccepted(var handler) -> at(Stage.ACCEPTED);
            case ResolutionReported(var handler, var measures) ->
                new Case(Stage.RESOLVED, need, whereabouts, handling.done(measures), ending);
            case ResolutionVerified(var verifier) ->
                new Case(Stage.VERIFIED, need, whereabouts, handling, ending.verified(verifier));
            case VerificationFailed(var verifier, var reason) -> at(Stage.ACCEPTED);
            case RequestClosed(var basis) ->
                new Case(Stage.CLOSED, need, whereabouts, handling, ending.closed(occurrence.at(), basis));
            case OutcomeRated(var solved, var satisfaction) ->
                new Case(stage, need, whereabouts, handling, ending.rated(solved, satisfaction));
            case RequestReopened(var times, var reason) ->
                new Case(
                        need.kind() == null ? Stage.SUBMITTED : Stage.CLASSIFIED,
                        need,
                        whereabouts,
                        handling.by(null, null),
                        Ending.reopened(times));
            case HelpArranged(var organization) ->
                new Case(stage, need, whereabouts, handling.with(organization), ending);
            case HelpEnded(var organization) ->
                new Case(stage, need, whereabouts, handling.without(organization), ending);
        };
    }

    private Case at(Stage next) {
        return new Case(next, need, whereabouts, handling, ending);
    }
}
