package org.yiqiao.request.cases;

import java.util.ArrayList;
import java.util.List;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.HelpConcluded;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;

/**
 * Closes a case after its resolution was verified. No other stage allows closing. The closing ends the help of social
 * organizations.
 */
public record Close() implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, DecisionContext<CaseDecisionFacts> context) {
        if (state.stage() != CaseStage.VERIFIED) {
            return CaseCommand.wrongStage(state.stage()).toDecision();
        }
        List<CaseEvent> events = new ArrayList<>(List.of(new RequestClosed(ClosingBasis.VERIFIED)));
        state.handling().helpers().forEach(organization -> events.add(new HelpConcluded(organization)));
        return context.accept(events);
    }
}
