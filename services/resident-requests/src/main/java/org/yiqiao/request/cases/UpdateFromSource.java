package org.yiqiao.request.cases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.CaseEvent.RequestReopened;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;
import org.yiqiao.core.decider.TimestampedEvent;
import org.yiqiao.request.cases.SourceUpdate.Effect;

/**
 * Applies newer statuses of the system that issued an imported request. The events keep the times of that system. A
 * status never overrides the work of people here.
 *
 * @param requestedAt time of the request in that system; it identifies the request together with its id
 * @param statuses statuses in the order of the file
 */
@NoGeneratedEndpoint
public record UpdateFromSource(Instant requestedAt, List<SourceStatus> statuses) implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, DecisionContext<CaseDecisionFacts> context) {
        return new Decision.Accepted<>(applyTo(state).events());
    }

    /** Returns the effect of each status on a case. */
    public SourceUpdate applyTo(Case state) {
        List<Effect> effects = new ArrayList<>();
        List<TimestampedEvent<CaseEvent>> events = new ArrayList<>();
        Case current = state;
        for (int i = 0; i < statuses.size(); i++) {
            SourceStatus status = statuses.get(i);
            Effect effect = effectOf(status, current, i == statuses.size() - 1);
            if (effect == Effect.UPDATED) {
                TimestampedEvent<CaseEvent> event = eventFor(status, current);
                events.add(event);
                current = Case.evolve(current, event);
            }
            effects.add(effect);
        }
        return new SourceUpdate(List.copyOf(effects), List.copyOf(events), current);
    }

    private Effect effectOf(SourceStatus status, Case state, boolean isLast) {
        SourceStatus known = state.knownSourceStatus();
        if (known == null || !isSameRequest(state)) {
            return Effect.OTHER_REQUEST;
        }
        boolean closedHere = state.stage() == CaseStage.CLOSED;
        if (status.closed() == closedHere) {
            return Effect.UNCHANGED;
        }
        if (status.closed() == known.closed()) { // only people here have changed the status since
            SourceStatus here =
                    closedHere ? new SourceStatus(true, state.ending().closedAt()) : known;
            return status.isNewerThan(here) ? Effect.HANDLED_HERE : Effect.UNCHANGED;
        }
        if (status.since() == null) { // a later row of the file has the present status
            return isLast ? Effect.REOPENING_UNDATED : Effect.UNCHANGED;
        }
        if (!status.isNewerThan(known)) {
            return Effect.UNCHANGED;
        }
        return isHandledHere(state) ? Effect.HANDLED_HERE : Effect.UPDATED;
    }

    /** Some systems cut times to the minute in some of their exports. */
    private boolean isSameRequest(Case state) {
        return state.need()
                .requestedAt()
                .truncatedTo(ChronoUnit.MINUTES)
                .equals(requestedAt.truncatedTo(ChronoUnit.MINUTES));
    }

    private static boolean isHandledHere(Case state) {
        return switch (state.stage()) {
            case SUBMITTED -> !state.handling().helpers().isEmpty();
            case CLASSIFIED, DISPATCHED, ACCEPTED, RESOLVED, VERIFIED -> true;
            case CLOSED -> state.ending().basis() == ClosingBasis.VERIFIED;
        };
    }

    private static TimestampedEvent<CaseEvent> eventFor(SourceStatus status, Case state) {
        CaseEvent event = status.closed()
                ? new RequestClosed(ClosingBasis.IMPORTED)
                : new RequestReopened(state.ending().reopened() + 1, null);
        return new TimestampedEvent<>(event, Objects.requireNonNull(status.since()));
    }
}
