package org.yiqiao.center.measures;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.center.scopes.CenterTerritory;
import org.yiqiao.core.access.Reach;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.access.Requires;
import org.yiqiao.support.web.Refused;

/** Answers the figures of a place in a period. */
@RestController
class SummaryController {

    private final Summaries summaries;
    private final CenterTerritory territory;

    SummaryController(Summaries summaries, CenterTerritory territory) {
        this.summaries = summaries;
        this.territory = territory;
    }

    /**
     * The summary of a place of any level.
     *
     * @param from ISO 8601 with offset, included; without it from the beginning
     * @param to ISO 8601 with offset, not included; without it until now and beyond
     */
    @Requires("summary.read")
    @GetMapping("/api/summary")
    Summary summary(
            @RequestParam String scope,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Reach reach) {
        Period period = Period.parse(from, to);
        return territory
                .place(scope, reach)
                .map(place -> summaries.of(place, period))
                .orElseThrow(
                        () -> new Refused(Rejection.notFound("scope.unknown").with("scope", scope)));
    }
}
