package org.yiqiao.center.statistics;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.center.scopes.CenterTerritory;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;

/** Answers the figures of a place in a period. */
@RestController
class SummaryController {

    private final SummaryCalculator summaries;
    private final CenterTerritory territory;

    SummaryController(SummaryCalculator summaries, CenterTerritory territory) {
        this.summaries = summaries;
        this.territory = territory;
    }

    /**
     * The summary of a place of any level.
     *
     * @param from ISO 8601 with offset, included; without it from the beginning
     * @param to ISO 8601 with offset, not included; without it until now and beyond
     */
    @RequiresPermission("summary.read")
    @GetMapping("/api/summary")
    RequestSummary summary(
            @RequestParam String scope,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            AccessScope reach) {
        Period period = Period.parse(from, to);
        return territory
                .findPlace(scope, reach)
                .map(place -> summaries.calculate(place, period))
                .orElseThrow(() -> new RejectedException(
                        Rejection.notFound("scope.unknown").withDetail("scope", scope)));
    }
}
