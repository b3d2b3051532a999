package org.yiqiao.request.cases;

import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.HelpEnded;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;

/** Records that a social organization no longer helps. Does nothing if the organization is not a helper. */
@NoGeneratedEndpoint
public record EndHelp(String organization) implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, DecisionContext<CaseDecisionFacts> context) {
        return state.handling().helpers().contains(organization)
                ? context.accept(new HelpEnded(organization))
                : context.acceptWithoutEvents();
    }
}
