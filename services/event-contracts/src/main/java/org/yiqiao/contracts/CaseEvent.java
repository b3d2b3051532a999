package org.yiqiao.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event of the case of one resident request, from intake to evaluation. The aggregate id is the request id. */
public sealed interface CaseEvent extends RequestEvent {

    /**
     * @param service category of the request, such as "Illegal Parking"
     * @param township code of the township that counts the request, even before routing; null if no territory is known
     * @param path codes of the places that contain the point, from the township down; empty before routing
     * @param externalId id of the request in the system from which it was imported
     * @param requester pseudonymous id of the person that submitted the request
     * @param client id of the client program that submitted the request, if any
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
            @UnpublishedField @Nullable String description,
            @UnpublishedField @Nullable String address,
            @UnpublishedField @Nullable Point point)
            implements CaseEvent {}

    /** @param by method that determined the place: from the territory, or by a person */
    record RequestRouted(String township, List<String> path, RoutingMethod by) implements CaseEvent {}

    /** @param promisedFor the date promised to the resident, for a committed case */
    record RequestClassified(
            RequestKind kind, CaseKind caseKind, @Nullable Instant promisedFor) implements CaseEvent {}

    /** @param handler pseudonymous id of the grid chief at that time */
    record RequestDispatched(String grid, String handler) implements CaseEvent {}

    record DispatchAccepted(String handler) implements CaseEvent {}

    /**
     * An open case passed from a relieved grid chief to the successor. A case that was dispatched or accepted waits for
     * the acceptance of the successor; a resolved case still waits for its verification.
     *
     * @param handler pseudonymous id of the new grid chief
     * @param formerHandler pseudonymous id of the relieved grid chief
     */
    record RequestHandedOver(String grid, String handler, String formerHandler) implements CaseEvent {}

    /**
     * An open case of a relieved grid chief went back to be dispatched, because the grid had no chief.
     *
     * @param formerHandler pseudonymous id of the relieved grid chief
     */
    record DispatchRevoked(String grid, String formerHandler) implements CaseEvent {}

    record ResolutionReported(
            String handler, @UnpublishedField @Nullable String measures) implements CaseEvent {}

    /** @param verifier pseudonymous id of the person that verified the resolution; never the handler */
    record ResolutionVerified(String verifier) implements CaseEvent {}

    record VerificationFailed(
            String verifier, @UnpublishedField @Nullable String reason) implements CaseEvent {}

    record RequestClosed(ClosingBasis basis) implements CaseEvent {}

    record OutcomeRated(boolean solved, Satisfaction satisfaction) implements CaseEvent {}

    /**
     * @param times number of times that the request was reopened, this time included
     * @param reason reason that a person stated; null if the system that issued an imported request reopened it
     */
    record RequestReopened(
            int times, @UnpublishedField @Nullable String reason) implements CaseEvent {}

    /** A social organization took on the request to help. Cases of earlier versions can have it after their closing. */
    record HelpArranged(String organization) implements CaseEvent {}

    /** A social organization withdrew its help. */
    record HelpEnded(String organization) implements CaseEvent {}

    /** The closing of the request ended the help of a social organization. It follows the closing. */
    record HelpConcluded(String organization) implements CaseEvent {}

    /** The claim of a social organization reached the request after its closing, so that the help never started. */
    record HelpDeclined(String organization) implements CaseEvent {}
}
