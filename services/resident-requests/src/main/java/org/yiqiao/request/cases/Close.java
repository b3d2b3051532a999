package org.yiqiao.request.cases;

import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;

/** Closes a case after its resolution was verified. No other stage allows closing. */
public record Close() implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, DecisionContext<CaseDecisionFacts> context) {
        return state.stage() == CaseStage.VERIFIED
                ? context.accept(new RequestClosed(ClosingBasis.VERIFIED))
                : CaseCommand.wrongStage(state.stage()).toDecision();
    }
}
