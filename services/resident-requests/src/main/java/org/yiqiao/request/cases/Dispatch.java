package org.yiqiao.request.cases;

import java.util.List;
import java.util.Optional;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestDispatched;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;

/** Gives an open case to the chief of the grid that it lies in. */
public record Dispatch() implements CaseCommand {

    private static final int GRID = 2;

    @Override
    public Decision<CaseEvent> decide(Case state, Context<Neighbourhood> context) {
        if (state.stage() != Stage.CLASSIFIED) {
            return CaseCommand.notIn(state.stage()).decided();
        }
        List<String> path = state.whereabouts().path();
        if (path.size() <= GRID) {
            return Rejection.conflict("case.no-grid").decided();
        }
        String grid = path.get(GRID);
        Optional<String> chief = context.facts().chiefOf().apply(grid);
        return chief.isPresent()
                ? context.accept(new RequestDispatched(grid, chief.get()))
                : Rejection.conflict("grid.no-chief").with("grid", grid).decided();
    }
}
