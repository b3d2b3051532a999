package org.yiqiao.request.intake;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.Caller;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.edge.web.AggregateView;
import org.yiqiao.edge.web.Page;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseDecisionFacts;
import org.yiqiao.request.cases.CaseStage;

/** Lists requests, page by page. */
@RestController
@Tag(name = "Case")
class RequestListController {

    private final AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases;

    RequestListController(AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases) {
        this.cases = cases;
    }

    /**
     * Returns the requests in the caller's access scope, ordered by id.
     *
     * @param unrouted if true, only requests without a grid: no place contains them, or only a township or a community
     * @param stage only requests in this stage
     * @param after last id of the previous page; empty for the first page
     * @param limit size of the page, 1 to 500
     */
    @RequiresPermission("case.list")
    @GetMapping("/api/requests")
    Page<AggregateView<Case>> list(
            @RequestParam(defaultValue = "false") boolean unrouted,
            @RequestParam(required = false) @Nullable CaseStage stage,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            AccessScope accessScope) {
        Bson condition = gt("_id", after);
        if (unrouted) {
            condition = and(eq("state.whereabouts.unrouted", true), condition);
        }
        if (stage != null) {
            condition = and(eq("state.stage", stage.name()), condition);
        }
        List<AggregateView<Case>> page = cases.query(accessScope, condition, Page.requireValidLimit(limit) + 1).stream()
                .map(found -> AggregateView.of(cases.aggregateType(), found, caller))
                .toList();
        return Page.of(page, limit, AggregateView::id);
    }
}
