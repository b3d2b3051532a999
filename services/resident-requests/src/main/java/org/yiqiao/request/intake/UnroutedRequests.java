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
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.aggregate.Origin;
import org.yiqiao.core.aggregate.StoredAggregate;
import org.yiqiao.core.decider.Context;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.Neighbourhood;
import org.yiqiao.request.cases.RouteByTerritory;
import org.yiqiao.request.replicas.RequestTerritory;

/**
 * Routes the requests that came before their territory did. It goes on for a minute after every change of the territory,
 * because a request that was decided by the old map may be written after the new one came.
 */
@Component
class UnroutedRequests {

    private static final Logger log = LoggerFactory.getLogger(UnroutedRequests.class);
    private static final int PAGE = 500;
    private static final Duration ATTENTION = Duration.ofMinutes(1);

    private final CommandHandler<Case, CaseEvent, Neighbourhood> cases;
    private final RequestTerritory territory;

    UnroutedRequests(CommandHandler<Case, CaseEvent, Neighbourhood> cases, RequestTerritory territory) {
        this.cases = cases;
        this.territory = territory;
    }

    @Scheduled(fixedDelay = 1_000)
    void routeAgain() {
        if (!territory.isYoungerThan(ATTENTION)) {
            return;
        }
        try {
            Origin origin = Origin.by(Context.ANONYMOUS, UUID.randomUUID().toString());
            for (List<StoredAggregate<Case>> page = after("");
                    !page.isEmpty();
                    page = after(page.getLast().id())) {
                page.forEach(waiting -> cases.change(waiting.id(), new RouteByTerritory(), origin));
            }
        } catch (MongoException e) {
            log.warn("Unrouted requests could not be looked at; once more in a moment", e);
        }
    }

    private List<StoredAggregate<Case>> after(String id) {
        return cases.query(and(eq("state.whereabouts.unrouted", true), gt("_id", id)), PAGE);
    }
}
