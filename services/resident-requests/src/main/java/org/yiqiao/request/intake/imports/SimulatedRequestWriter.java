package org.yiqiao.request.intake.imports;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.CommandResult;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.TimestampedEvent;
import org.yiqiao.request.cases.Case;
import org.yiqiao.request.cases.CaseDecisionFacts;
import org.yiqiao.request.cases.ImportExternalRequest;
import org.yiqiao.request.cases.UpdateFromSource;

/**
 * Decides the rows of a dry run and writes nothing. It remembers the requests that occur in several rows, so that later
 * rows find them as they would be.
 */
final class SimulatedRequestWriter implements RequestWriter {

    private final RequestWriter stored;
    private final AggregateType<Case, CaseEvent, CaseDecisionFacts> caseType;
    private final Clock clock;
    private final Predicate<String> isRepeated;
    private final Map<String, KnownRequest> simulated = new HashMap<>();

    /** @param isRepeated returns whether several rows of the file have this external id */
    SimulatedRequestWriter(
            AggregateCommandHandler<Case, CaseEvent, CaseDecisionFacts> cases,
            RequestWriter stored,
            Clock clock,
            Predicate<String> isRepeated) {
        this.stored = stored;
        this.caseType = cases.aggregateType();
        this.clock = clock;
        this.isRepeated = isRepeated;
    }

    @Override
    public Map<String, KnownRequest> find(Collection<String> ids) {
        Map<String, KnownRequest> found = stored.find(ids);
        ids.stream().filter(simulated::containsKey).forEach(id -> found.put(id, simulated.get(id)));
        return found;
    }

    @Override
    public Map<String, CommandResult<Case>> createAll(Map<String, ImportExternalRequest> creations) {
        Map<String, CommandResult<Case>> results = new LinkedHashMap<>();
        DecisionContext<CaseDecisionFacts> context = new DecisionContext<>(
                clock.instant().truncatedTo(ChronoUnit.MILLIS), DecisionContext.ANONYMOUS, caseType.facts());
        creations.forEach((id, creation) -> results.put(
                id,
                switch (creation.decide(context)) {
                    case Decision.Rejected<CaseEvent>(var rejection) -> new CommandResult.Rejected<>(rejection);
                    case Decision.Accepted<CaseEvent>(var events) -> {
                        Case state = fold(events);
                        remember(id, state);
                        yield new CommandResult.Completed<>(id, events.size(), state, false);
                    }
                }));
        return results;
    }

    @Override
    public boolean update(String id, KnownRequest known, UpdateFromSource update) {
        remember(id, update.applyTo(known.state()).state());
        return true;
    }

    @Override
    public void awaitCapacity() {
        // nothing is published
    }

    private void remember(String id, Case state) {
        String externalId = state.need().externalId();
        if (externalId != null && isRepeated.test(externalId)) {
            simulated.put(id, new KnownRequest(0, state));
        }
    }

    private Case fold(List<TimestampedEvent<CaseEvent>> events) {
        @Nullable Case state = null;
        for (TimestampedEvent<CaseEvent> event : events) {
            state = caseType.evolve(state, event);
        }
        return Objects.requireNonNull(state);
    }
}
