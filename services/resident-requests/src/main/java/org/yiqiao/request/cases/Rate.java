package org.yiqiao.request.cases;

import jakarta.validation.constraints.NotNull;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.OutcomeRated;
import org.yiqiao.contracts.Satisfaction;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.Rejection;

/**
 * Records the resident's rating: whether the problem is solved, and the satisfaction. Accepted once per closing.
 *
 * @param solved whether the problem is solved in the view of the resident
 * @param satisfaction satisfaction of the resident with the outcome
 */
public record Rate(@NotNull Boolean solved, @NotNull Satisfaction satisfaction) implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, DecisionContext<CaseDecisionFacts> context) {
        if (state.stage() != CaseStage.CLOSED) {
            return CaseCommand.wrongStage(state.stage()).toDecision();
        }
        return state.ending().satisfaction() == null
                ? context.accept(new OutcomeRated(solved, satisfaction))
                : Rejection.conflict("case.rated").toDecision();
    }
}
