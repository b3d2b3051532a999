package org.yiqiao.request.cases;

import jakarta.validation.constraints.NotNull;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.OutcomeRated;
import org.yiqiao.contracts.Satisfaction;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.Rejection;

/** The resident says whether it is solved and how content they are, once for each time that it was closed. */
public record Rate(@NotNull Boolean solved, @NotNull Satisfaction satisfaction) implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, DecisionContext<CaseFacts> context) {
        if (state.stage() != CaseStage.CLOSED) {
            return CaseCommand.wrongStage(state.stage()).toDecision();
        }
        return state.ending().satisfaction() == null
                ? context.accept(new OutcomeRated(solved, satisfaction))
                : Rejection.conflict("case.rated").toDecision();
    }
}
