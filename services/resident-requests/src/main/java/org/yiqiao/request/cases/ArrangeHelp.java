package org.yiqiao.request.cases;

import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.HelpArranged;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;

/**
 * Records that a social organization helps with a request. Does nothing if the organization already helps.
 *
 * <p>A claim and the closing of its request can cross. The closed case then records the help too, so that both services
 * agree, whichever comes first. Social organizations refuses a claim once it knows the closing.
 */
@NoGeneratedEndpoint
public record ArrangeHelp(String organization) implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, DecisionContext<CaseDecisionFacts> context) {
        return state.handling().helpers().contains(organization)
                ? context.acceptWithoutEvents()
                : context.accept(new HelpArranged(organization));
    }
}
