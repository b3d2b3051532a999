package org.yiqiao.request.reactions;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.aggregate.CommandMetadata;
import org.yiqiao.core.aggregate.StoredAggregate;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.processing.Reaction;
import org.yiqiao.core.processing.RetryLaterException;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseDecisionFacts;
import org.yiqiao.request.cases.CaseStage;
import org.yiqiao.request.cases.HandOver;

/**
 * Takes the open cases of a grid from a handler that is no longer its chief. A repeated call has no further effect.
 *
 * <p>The handover of a grid is repeated for a minute, because a dispatch that was decided with the former chief can be
 * written after the first pass.
 */
@Component
class CaseHandover {

    private static final Logger log = LoggerFactory.getLogger(CaseHandover.class);
    private static final int PAGE = 500;
    private static final Duration REPEAT_WINDOW = Duration.ofMinutes(1);
    private static final List<String> OPEN_STAGES = Stream.of(
                    CaseStage.DISPATCHED, CaseStage.ACCEPTED, CaseStage.RESOLVED)
            .map(Enum::name)
            .toList();

    private final AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases;
    private final Clock clock;
    private final Map<String, RecentChange> recentChanges = new ConcurrentHashMap<>();

    CaseHandover(AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    private record RecentChange(CommandMetadata metadata, Instant until) {}

    /**
     * Hands over the open cases of a grid.
     *
     * @param grid code of the grid
     * @param correlation correlation id of the event that changed the chief
     * @param causation id of that event, which causes the events of the cases
     * @throws RetryLaterException if the store or a case is overloaded
     */
    void handOver(String grid, String correlation, String causation) {
        CommandMetadata metadata = new CommandMetadata(
                DecisionContext.ANONYMOUS, AccessScope.FULL, correlation, causation, null, null, null, null);
        handOver(grid, metadata);
        recentChanges.put(grid, new RecentChange(metadata, clock.instant().plus(REPEAT_WINDOW)));
    }

    @Scheduled(fixedDelay = 5_000)
    void repeatRecent() {
        try {
            recentChanges.forEach((grid, change) -> {
                handOver(grid, change.metadata());
                if (clock.instant().isAfter(change.until())) {
                    recentChanges.remove(grid, change);
                }
            });
        } catch (MongoException | RetryLaterException e) {
            log.warn("The handover of cases could not be repeated; retrying in five seconds", e);
        }
    }

    private void handOver(String grid, CommandMetadata metadata) {
        for (List<StoredAggregate<Case>> page = openCasesAfter(grid, "");
                !page.isEmpty();
                page = openCasesAfter(grid, page.getLast().id())) {
            page.forEach(open -> Reaction.checkResult(cases.update(open.id(), new HandOver(), metadata)));
        }
    }

    private List<StoredAggregate<Case>> openCasesAfter(String grid, String id) {
        return cases.query(and(eq("state.handling.grid", grid), in("state.stage", OPEN_STAGES), gt("_id", id)), PAGE);
    }
}
