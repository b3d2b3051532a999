package org.yiqiao.request.cases;

import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.HelpEnded;
import org.yiqiao.core.decider.Automatic;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Decision;

/** Notes that a social organization no longer helps. */
@Automatic
public record EndHelp(String organization) implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, Context<Neighbourhood> context) {
        return state.handling().helpers().contains(organization)
                ? context.accept(new HelpEnded(organization))
                : context.nothingToDo();
    }
}
