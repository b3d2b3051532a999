package org.yiqiao.request.cases;

import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.HelpArranged;
import org.yiqiao.core.decider.Automatic;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Decision;

/** Notes that a social organization helps with an open request. */
@Automatic
public record ArrangeHelp(String organization) implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, Context<Neighbourhood> context) {
        if (state.stage() == Stage.CLOSED) {
            return CaseCommand.notIn(state.stage()).decided();
        }
        return state.handling().helpers().contains(organization)
                ? context.nothingToDo()
                : context.accept(new HelpArranged(organization));
    }
}
