package org.yiqiao.request.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Channel;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.privacy.Personal;
import org.yiqiao.support.privacy.Mask;

/**
 * What was asked, by whom, when and how.
 *
 * @param requester pseudonymous id of who asked
 * @param client id of the program that it came through
 */
public record Need(
        String service,
        @Nullable String serviceCode,
        @Nullable RequestKind kind,
        Channel channel,
        @Nullable String externalId,
        @Nullable String requester,
        @Nullable String client,
        @Personal @Nullable String description,
        Instant requestedAt) {

    Need as(RequestKind classified) {
        return new Need(
                service, serviceCode, classified, channel, externalId, requester, client, description, requestedAt);
    }

    Need masked() {
        return new Need(
                service,
                serviceCode,
                kind,
                channel,
                externalId,
                requester,
                client,
                Mask.numbers(description),
                requestedAt);
    }
}
