package org.yiqiao.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The case of one resident request, from intake to evaluation; its aggregate id is the request's. */
public sealed interface CaseEvent extends RequestEvent {

    /**
     * @param service what it is about, such as "Illegal Parking"
     * @param township the town that it counts for, even while it is unrouted; null if no territory was known
     * @param path codes from the township down to the smallest place that holds the point; empty if unrouted
     * @param externalId its id in the system that it was imported from
     * @param requester pseudonymous id of who asked
     * @param client id of the program that it came through, if it came through one
     */
    record RequestSubmitted(
            String service,
            @Nullable String serviceCode,
            @Nullable RequestKind kind,
            IntakeChannel channel,
            @Nullable String township,
            List<String> path,
            @Nullable String externalId,
            @Nullable String requester,
            @Nullable String client,
            @Unpublished @Nullable String description,
            @Unpublished @Nullable String address,
            @Unpublished @Nullable Point point)
            implements CaseEvent {}

    /** @param by how its place was found: by the territory, or by a person */
    record RequestRouted(String township, List<String> path, RoutingMethod by) implements CaseEvent {}

    /** @param promisedFor the date promised to the resident, for a committed case */
    record RequestClassified(
            RequestKind kind, CaseKind caseKind, @Nullable Instant promisedFor) implements CaseEvent {}

    /** @param handler pseudonymous id of the grid's chief at that time */
    record RequestDispatched(String grid, String handler) implements CaseEvent {}

    record DispatchAccepted(String handler) implements CaseEvent {}

    record ResolutionReported(
            String handler, @Unpublished @Nullable String measures) implements CaseEvent {}

    /** @param verifier never the handler */
    record ResolutionVerified(String verifier) implements CaseEvent {}

    record VerificationFailed(
            String verifier, @Unpublished @Nullable String reason) implements CaseEvent {}

    record RequestClosed(ClosingBasis basis) implements CaseEvent {}

    record OutcomeRated(boolean solved, Satisfaction satisfaction) implements CaseEvent {}

    /** @param times how often it has been reopened, this time included */
    record RequestReopened(int times, @Unpublished @Nullable String reason) implements CaseEvent {}

    /** A social organization has taken it on to help. */
    record HelpArranged(String organization) implements CaseEvent {}

    record HelpEnded(String organization) implements CaseEvent {}
}
