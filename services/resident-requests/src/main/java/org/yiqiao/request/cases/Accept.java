package org.yiqiao.request.cases;

import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.DispatchAccepted;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;

/** Accepts a dispatched case. Only the handler of the case can issue this command. */
public record Accept() implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, DecisionContext<CaseDecisionFacts> context) {
        if (state.stage() != CaseStage.DISPATCHED) {
            return CaseCommand.wrongStage(state.stage()).toDecision();
        }
        return context.actor().equals(state.handling().handler())
                ? context.accept(new DispatchAccepted(context.actor()))
                : CaseCommand.notHandler(context).toDecision();
    }
}
