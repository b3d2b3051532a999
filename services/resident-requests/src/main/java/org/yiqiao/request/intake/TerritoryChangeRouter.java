package org.yiqiao.request.intake;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.size;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
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
import org.yiqiao.support.territory.TerritoryMap;

/**
 * Routes requests after every change of the territory: the requests without a place, and the open requests that the
 * territory routed before. It repeats the pass, because a request decided with the old map can be written after the new
 * map arrives.
 */
@Component
class TerritoryChangeRouter {

    private static final Logger log = LoggerFactory.getLogger(TerritoryChangeRouter.class);
    private static final int PAGE = 500;

    /** The requests to route. Each condition has a field with a sparse index. */
    private static final List<Bson> CONDITIONS = List.of(
            and(eq("state.whereabouts.unrouted", true), size("state.whereabouts.path", 0)),
            eq("state.whereabouts.followsTerritory", true));

    /** The age of a map at each pass. */
    private static final List<Duration> PASSES =
            List.of(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(1));

    private final AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases;
    private final RequestTerritory territory;
    private TerritoryMap routedMap = TerritoryMap.EMPTY;
    private int passes;

    TerritoryChangeRouter(
            AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases, RequestTerritory territory) {
        this.cases = cases;
        this.territory = territory;
    }

    @Scheduled(fixedDelay = 1_000)
    void routeAfterChange() {
        TerritoryMap map = territory.map();
        if (map != routedMap) {
            routedMap = map;
            passes = 0;
        }
        if (passes == PASSES.size() || territory.isYoungerThan(PASSES.get(passes))) {
            return;
        }
        try {
            CONDITIONS.forEach(this::routeMatching);
            passes++;
        } catch (MongoException e) {
            log.warn("Requests could not be routed by the new territory; retrying in one second", e);
        }
    }

    private void routeMatching(Bson condition) {
        CommandMetadata metadata =
                CommandMetadata.of(DecisionContext.ANONYMOUS, UUID.randomUUID().toString());
        for (List<StoredAggregate<Case>> page = matchingAfter(condition, "");
                !page.isEmpty();
                page = matchingAfter(condition, page.getLast().id())) {
            CaseDecisionFacts facts = cases.aggregateType().facts();
            page.stream()
                    .filter(found ->
                            RouteByTerritory.findRoute(found.state(), facts).isPresent())
                    .forEach(found -> cases.update(found.id(), new RouteByTerritory(), metadata));
        }
    }

    private List<StoredAggregate<Case>> matchingAfter(Bson condition, String id) {
        return cases.query(and(condition, gt("_id", id)), PAGE);
    }
}
