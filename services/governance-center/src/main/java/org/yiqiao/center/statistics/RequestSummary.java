package org.yiqiao.center.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a place in a period, by the time of the request.
 *
 * @param unrouted of a township, those that no place of it has been found for; they are in its total and in no child
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RequestSummary(
        String scope,
        @Nullable Instant from,
        @Nullable Instant to,
        long total,
        long open,
        long closed,
        long unrouted,
        List<ServiceSummary> byService,
        List<ChildSummary> children) {

    /**
     * Requests about one service.
     *
     * @param medianHours from request to closing, of the closed ones; null if there are none
     * @param p90Hours nine tenths were closed within so many hours
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ServiceSummary(
            String service,
            long total,
            long open,
            long closed,
            @Nullable Double medianHours,
            @Nullable Double p90Hours) {}

    /** Requests of a place directly below. */
    record ChildSummary(String scope, String name, long total, long open, long closed) {}
}
