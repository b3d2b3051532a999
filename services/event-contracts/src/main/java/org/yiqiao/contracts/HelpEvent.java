package org.yiqiao.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event about the help that a social organization gives to one resident request. */
public sealed interface HelpEvent extends OrganizationEvent {

    /**
     * @param request id of the resident request
     * @param path codes of the places of the request, from the township down
     * @param requester pseudonymous id of the requester, if known
     * @param requestSeq sequence number of the latest event of the request that the claim took into account
     */
    record HelpMatched(
            String request,
            String organization,
            List<String> path,
            @UnpublishedField @Nullable String requester,
            @UnpublishedField @Nullable Long requestSeq)
            implements HelpEvent {}

    record HelpWithdrawn(
            String request,
            String organization,
            @UnpublishedField @Nullable String reason) implements HelpEvent {}

    /** The closing of the request released the organization. Another organization can claim the reopened request. */
    record HelpReleased(String request, String organization) implements HelpEvent {}
}
