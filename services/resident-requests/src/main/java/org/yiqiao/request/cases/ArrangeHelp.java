package org.yiqiao.request.cases;

import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.HelpArranged;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;

/** Records that a social organization helps with an open request. Does nothing if the organization already helps. */
@NoGeneratedEndpoint
public record ArrangeHelp(String organization) implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, DecisionContext<CaseDecisionFacts> context) {
        if (state.stage() == CaseStage.CLOSED) {
            return CaseCommand.wrongStage(state.stage()).toDecision();
        }
        return state.handling().helpers().contains(organization)
                ? context.acceptWithoutEvents()
                : context.accept(new HelpArranged(organization));
    }
}
