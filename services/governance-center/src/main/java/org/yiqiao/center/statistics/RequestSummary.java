package org.yiqiao.center.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a place for the requests that were submitted in a period.
 *
 * @param code code of the place
 * @param unrouted for a township, the requests without a community; for a community, those without a grid. The total is
 *     the sum of the children and of these requests
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RequestSummary(
        String code,
        @Nullable Instant from,
        @Nullable Instant to,
        long total,
        long open,
        long closed,
        long unrouted,
        List<ServiceSummary> byService,
        List<ChildSummary> children) {

    /**
     * The figures of one service.
     *
     * @param medianHours median time from request to closing, in hours; null if no request is closed
     * @param p90Hours 90th percentile of that time, in hours; null if no request is closed
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ServiceSummary(
            String service,
            long total,
            long open,
            long closed,
            @Nullable Double medianHours,
            @Nullable Double p90Hours) {}

    /** The figures of a place directly below. */
    record ChildSummary(String code, String name, long total, long open, long closed) {}
}
