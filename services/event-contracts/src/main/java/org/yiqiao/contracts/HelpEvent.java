package org.yiqiao.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The help that an organization gives to one request. */
public sealed interface HelpEvent extends OrganizationEvent {

    /**
     * @param request id of the resident request
     * @param path codes of its place, from the township down
     */
    record HelpMatched(String request, String organization, List<String> path) implements HelpEvent {}

    record HelpWithdrawn(
            String request,
            String organization,
            @Unpublished @Nullable String reason) implements HelpEvent {}
}
