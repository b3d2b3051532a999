package org.yiqiao.organization.help;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.contracts.HelpEvent.HelpWithdrawn;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.decider.UpdateCommand;

/**
 * Withdraws the help of the current organization. Another organization can then claim the request, and sees the reason.
 * The reason is not stored if the requester was erased.
 *
 * @param reason reason for the withdrawal
 */
public record Withdraw(@NotBlank @Size(max = 500) String reason)
        implements UpdateCommand<Help, HelpEvent, HelpDecisionFacts> {

    @Override
    public Decision<HelpEvent> decide(Help help, DecisionContext<HelpDecisionFacts> context) {
        if (help.organization() == null) {
            return Rejection.conflict("help.none").toDecision();
        }
        boolean isErased =
                help.requester() != null && context.facts().isErasedPerson().test(help.requester());
        return context.accept(new HelpWithdrawn(help.request(), help.organization(), isErased ? null : reason));
    }
}
