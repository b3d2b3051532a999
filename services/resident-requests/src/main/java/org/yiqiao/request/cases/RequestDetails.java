package org.yiqiao.request.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.IntakeChannel;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.privacy.PersonalData;
import org.yiqiao.support.privacy.PersonalDataMask;

/**
 * The content of a request, its origin and its time.
 *
 * @param service name of the service that the request concerns
 * @param serviceCode code of that service in the system that issued an imported request
 * @param kind kind of the request; absent until it is known
 * @param channel channel through which the request was submitted
 * @param externalId id of an imported request in the system that issued it
 * @param requester pseudonymous id of the requester
 * @param client id of the API client that submitted the request
 * @param description report of the requester, in free text
 * @param requestedAt time of the request
 * @param sourceStatus last known status in the system that issued an imported request. It is absent for every other
 *     request, and for a request that was imported before the status was stored.
 */
public record RequestDetails(
        String service,
        @Nullable String serviceCode,
        @Nullable RequestKind kind,
        IntakeChannel channel,
        @Nullable String externalId,
        @Nullable String requester,
        @Nullable String client,
        @PersonalData @Nullable String description,
        Instant requestedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SourceStatus sourceStatus) {

    RequestDetails withKind(RequestKind newKind) {
        return new RequestDetails(
                service,
                serviceCode,
                newKind,
                channel,
                externalId,
                requester,
                client,
                description,
                requestedAt,
                sourceStatus);
    }

    RequestDetails withSourceStatus(@Nullable SourceStatus newStatus) {
        return new RequestDetails(
                service,
                serviceCode,
                kind,
                channel,
                externalId,
                requester,
                client,
                description,
                requestedAt,
                newStatus);
    }

    /** @param path codes of the places of the case, which are no contacts */
    RequestDetails masked(List<String> path) {
        return new RequestDetails(
                service,
                serviceCode,
                kind,
                channel,
                externalId,
                requester,
                client,
                PersonalDataMask.maskContacts(description, path::contains),
                requestedAt,
                sourceStatus);
    }
}
