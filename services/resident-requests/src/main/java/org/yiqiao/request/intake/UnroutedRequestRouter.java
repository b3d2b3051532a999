package org.yiqiao.request.intake;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.aggregate.CommandMetadata;
import org.yiqiao.core.aggregate.StoredAggregate;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseDecisionFacts;
import org.yiqiao.request.cases.RouteByTerritory;
import org.yiqiao.request.replicas.RequestTerritory;

/**
 * Routes requests that arrived before their territory. Routing continues for a minute after every change of the
 * territory, because a request decided with the old map can be written after the new map arrives.
 */
@Component
class UnroutedRequestRouter {

    private static final Logger log = LoggerFactory.getLogger(UnroutedRequestRouter.class);
    private static final int PAGE = 500;
    private static final Duration RETRY_WINDOW = Duration.ofMinutes(1);

    private final AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases;
    private final RequestTerritory territory;

    UnroutedRequestRouter(
            AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases, RequestTerritory territory) {
        this.cases = cases;
        this.territory = territory;
    }

    @Scheduled(fixedDelay = 1_000)
    void routeUnrouted() {
        if (!territory.isYoungerThan(RETRY_WINDOW)) {
            return;
        }
        try {
            CommandMetadata metadata = CommandMetadata.of(
                    DecisionContext.ANONYMOUS, UUID.randomUUID().toString());
            for (List<StoredAggregate<Case>> page = unroutedAfter("");
                    !page.isEmpty();
                    page = unroutedAfter(page.getLast().id())) {
                page.forEach(waiting -> cases.update(waiting.id(), new RouteByTerritory(), metadata));
            }
        } catch (MongoException e) {
            log.warn("Unrouted requests could not be routed; retrying in one second", e);
        }
    }

    private List<StoredAggregate<Case>> unroutedAfter(String id) {
        return cases.query(and(eq("state.whereabouts.unrouted", true), gt("_id", id)), PAGE);
    }
}
