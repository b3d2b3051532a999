package org.yiqiao.request.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Channel;
import org.yiqiao.contracts.RequestKind;

/** What was asked, by whom, when and how. */
public record Need(
        String service,
        @Nullable String serviceCode,
        @Nullable RequestKind kind,
        Channel channel,
        @Nullable String externalId,
        @Nullable String requester,
        @Nullable String description,
        Instant requestedAt) {

    Need as(RequestKind classified) {
        return new Need(service, serviceCode, classified, channel, externalId, requester, description, requestedAt);
    }
}
