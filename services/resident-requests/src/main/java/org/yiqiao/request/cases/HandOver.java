package org.yiqiao.request.cases;

import java.util.List;
import java.util.Optional;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.DispatchRevoked;
import org.yiqiao.contracts.CaseEvent.RequestHandedOver;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;

/**
 * Takes an open case from a handler that is no longer the chief of the grid. The case goes to the current chief or, if
 * the grid has none, back to be dispatched. Does nothing if the handler is the current chief.
 *
 * <p>A resolved case without a successor stays with its handler, because its verification does not need the handler. If
 * the verification fails, the case goes back to be dispatched.
 */
@NoGeneratedEndpoint
public record HandOver() implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, DecisionContext<CaseDecisionFacts> context) {
        List<CaseEvent> events = eventsFor(state, context.facts());
        return switch (state.stage()) {
            case DISPATCHED, ACCEPTED -> context.accept(events);
            case RESOLVED ->
                context.accept(events.stream()
                        .filter(RequestHandedOver.class::isInstance)
                        .toList());
            case SUBMITTED, CLASSIFIED, VERIFIED, CLOSED -> context.acceptWithoutEvents();
        };
    }

    /** Returns the event that takes a case from a relieved handler; empty if the handler is the current chief. */
    static List<CaseEvent> eventsFor(Case state, CaseDecisionFacts facts) {
        String grid = state.handling().grid();
        String handler = state.handling().handler();
        if (grid == null || handler == null) {
            return List.of();
        }
        Optional<String> chief = facts.chiefByGrid().apply(grid);
        if (chief.isEmpty()) {
            return List.of(new DispatchRevoked(grid, handler));
        }
        return chief.get().equals(handler) ? List.of() : List.of(new RequestHandedOver(grid, chief.get(), handler));
    }
}
