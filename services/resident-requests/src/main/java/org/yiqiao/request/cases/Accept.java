package org.yiqiao.request.cases;

import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.DispatchAccepted;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Decision;

/** The handler signs for a dispatched case. */
public record Accept() implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, Context<Neighbourhood> context) {
        if (state.stage() != Stage.DISPATCHED) {
            return CaseCommand.notIn(state.stage()).decided();
        }
        return context.actor().equals(state.handling().handler())
                ? context.accept(new DispatchAccepted(context.actor()))
                : CaseCommand.notHandler(context).decided();
    }
}
