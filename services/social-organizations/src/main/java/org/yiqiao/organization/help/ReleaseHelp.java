package org.yiqiao.organization.help;

import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.contracts.HelpEvent.HelpReleased;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;
import org.yiqiao.core.decider.UpdateCommand;

/** Releases an organization from a closed request. Does nothing if the organization does not help. */
@NoGeneratedEndpoint
public record ReleaseHelp(String organization) implements UpdateCommand<Help, HelpEvent, HelpDecisionFacts> {

    @Override
    public Decision<HelpEvent> decide(Help help, DecisionContext<HelpDecisionFacts> context) {
        return organization.equals(help.organization())
                ? context.accept(new HelpReleased(help.request(), organization))
                : context.acceptWithoutEvents();
    }
}
