package org.yiqiao.request.cases;

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
 * @param requester pseudonymous id of the requester
 * @param client id of the API client that submitted the request
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
        Instant requestedAt) {

    RequestDetails withKind(RequestKind newKind) {
        return new RequestDetails(
                service, serviceCode, newKind, channel, externalId, requester, client, description, requestedAt);
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
                requestedAt);
    }
}
