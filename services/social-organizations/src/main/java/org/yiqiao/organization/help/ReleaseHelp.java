package org.yiqiao.organization.help;

import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.contracts.HelpEvent.HelpReleased;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;
import org.yiqiao.core.decider.UpdateCommand;

/**
 * Releases an organization from a closed request. Does nothing if the organization does not help, or if it has claimed
 * the request again since.
 *
 * @param seq sequence number of the event of the request that ended the help
 */
@NoGeneratedEndpoint
public record ReleaseHelp(String organization, long seq) implements UpdateCommand<Help, HelpEvent, HelpDecisionFacts> {

    @Override
    public Decision<HelpEvent> decide(Help help, DecisionContext<HelpDecisionFacts> context) {
        return help.isEndedBy(organization, seq)
                ? context.accept(new HelpReleased(help.request(), organization))
                : context.acceptWithoutEvents();
    }
}
