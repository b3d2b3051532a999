package org.yiqiao.organization.help;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.contracts.HelpEvent.HelpWithdrawn;
import org.yiqiao.core.decider.Command;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;

/** The organization that helps gives the request back; another may claim it. */
public record Withdraw(@NotBlank @Size(max = 500) String reason) implements Command<Help, HelpEvent, OpenNeeds> {

    @Override
    public Decision<HelpEvent> decide(Help help, Context<OpenNeeds> context) {
        return help.organization() == null
                ? Rejection.conflict("help.none").decided()
                : context.accept(new HelpWithdrawn(help.request(), help.organization(), reason));
    }
}
