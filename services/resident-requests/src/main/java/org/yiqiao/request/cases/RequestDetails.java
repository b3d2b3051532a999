package org.yiqiao.request.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.IntakeChannel;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.privacy.PersonalData;
import org.yiqiao.support.privacy.PersonalDataMask;

/**
 * What was asked, by whom, when and how.
 *
 * @param requester pseudonymous id of who asked
 * @param client id of the program that it came through
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

    RequestDetails withKind(RequestKind classified) {
        return new RequestDetails(
                service, serviceCode, classified, channel, externalId, requester, client, description, requestedAt);
    }

    RequestDetails masked() {
        return new RequestDetails(
                service,
                serviceCode,
                kind,
                channel,
                externalId,
                requester,
                client,
                PersonalDataMask.maskNumbers(description),
                requestedAt);
    }
}
