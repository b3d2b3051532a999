package org.yiqiao.request.cases;

import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.HelpArranged;
import org.yiqiao.contracts.CaseEvent.HelpDeclined;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;

/**
 * Records that a social organization helps with a request. Does nothing if the organization already helps.
 *
 * <p>A claim and the closing of its request can cross. The closed case then declines the claim, and social
 * organizations releases the organization. The result is the same as if the closing ended the help: in both services
 * nobody helps.
 */
@NoGeneratedEndpoint
public record ArrangeHelp(String organization) implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, DecisionContext<CaseDecisionFacts> context) {
        return state.handling().helpers().contains(organization)
                ? context.acceptWithoutEvents()
                : context.accept(
                        state.stage() == CaseStage.CLOSED
                                ? new HelpDeclined(organization)
                                : new HelpArranged(organization));
    }
}
