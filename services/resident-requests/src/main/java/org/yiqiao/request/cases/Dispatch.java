package org.yiqiao.request.cases;

import java.util.List;
import java.util.Optional;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestDispatched;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.Rejection;

/**
 * Dispatches a classified case to the chief of the grid that contains its place. A dispatched or accepted case can be
 * dispatched again. The command does nothing if the case is already with that chief.
 */
public record Dispatch() implements CaseCommand {

    private static final int GRID_DEPTH = 2;

    @Override
    public Decision<CaseEvent> decide(Case state, DecisionContext<CaseDecisionFacts> context) {
        return switch (state.stage()) {
            case CLASSIFIED, DISPATCHED, ACCEPTED -> dispatchToChief(state, context);
            case SUBMITTED, RESOLVED, VERIFIED, CLOSED ->
                CaseCommand.wrongStage(state.stage()).toDecision();
        };
    }

    private static Decision<CaseEvent> dispatchToChief(Case state, DecisionContext<CaseDecisionFacts> context) {
        List<String> path = state.whereabouts().path();
        if (path.size() <= GRID_DEPTH) {
            return Rejection.conflict("case.no-grid").toDecision();
        }
        String grid = path.get(GRID_DEPTH);
        Optional<String> chief = context.facts().chiefByGrid().apply(grid);
        if (grid.equals(state.handling().grid())
                && chief.isPresent()
                && chief.get().equals(state.handling().handler())) {
            return context.acceptWithoutEvents();
        }
        return chief.isPresent()
                ? context.accept(new RequestDispatched(grid, chief.get()))
                : Rejection.conflict("grid.no-chief").withDetail("grid", grid).toDecision();
    }
}
