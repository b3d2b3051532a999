package org.yiqiao.request.cases;

import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Decision;

/** Closes a case whose resolution was verified; there is no other way. */
public record Close() implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, Context<Neighbourhood> context) {
        return state.stage() == Stage.VERIFIED
                ? context.accept(new RequestClosed(ClosingBasis.VERIFIED))
                : CaseCommand.notIn(state.stage()).decided();
    }
}
