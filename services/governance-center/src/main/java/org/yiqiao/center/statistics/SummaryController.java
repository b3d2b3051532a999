package org.yiqiao.center.statistics;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.center.scopes.CenterTerritory;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;

/** Serves the figures of a place in a period. */
@RestController
@Tag(name = "Figures")
class SummaryController {

    private final SummaryCalculator summaries;
    private final CenterTerritory territory;

    SummaryController(SummaryCalculator summaries, CenterTerritory territory) {
        this.summaries = summaries;
        this.territory = territory;
    }

    /**
     * Returns the summary of a place of any level. A place that is unknown or outside the access scope is not found.
     *
     * @param scope code of the place
     * @param from start of the period, inclusive, in ISO 8601 with offset; without it, the period has no start
     * @param to end of the period, exclusive, in ISO 8601 with offset; without it, the period has no end
     */
    @RequiresPermission("summary.read")
    @GetMapping("/api/summary")
    RequestSummary summary(
            @RequestParam String scope,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            AccessScope accessScope) {
        Period period = Period.parse(from, to);
        return territory
                .findPlace(scope, accessScope)
                .map(place -> summaries.calculate(place, period))
                .orElseThrow(() -> new RejectedException(
                        Rejection.notFound("scope.unknown").withDetail("scope", scope)));
    }
}
