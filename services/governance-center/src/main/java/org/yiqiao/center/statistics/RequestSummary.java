package org.yiqiao.center.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a place for the requests that were submitted in a period.
 *
 * @param code code of the place
 * @param from start of the period, inclusive; null without a start
 * @param to end of the period, exclusive; null without an end
 * @param total number of requests
 * @param open number of requests that are not closed
 * @param closed number of closed requests
 * @param unrouted for a township, the requests without a community; for a community, those without a grid. The total is
 *     the sum of the children and of these requests
 * @param byService figures of each service
 * @param children figures of the places directly below
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
     * @param service name of the service
     * @param total number of requests
     * @param open number of requests that are not closed
     * @param closed number of closed requests
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

    /**
     * The figures of a place directly below.
     *
     * @param code code of the place
     * @param name name of the place
     * @param total number of requests
     * @param open number of requests that are not closed
     * @param closed number of closed requests
     */
    record ChildSummary(String code, String name, long total, long open, long closed) {}
}
