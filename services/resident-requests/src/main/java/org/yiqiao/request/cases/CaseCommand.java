package org.yiqiao.request.cases;

import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.decider.UpdateCommand;

/** A command to a case. */
public interface CaseCommand extends UpdateCommand<Case, CaseEvent, CaseFacts> {

    /** The refusal of a command that this stage does not take. */
    static Rejection wrongStage(CaseStage stage) {
        return Rejection.conflict("case.wrong-stage").withDetail("stage", stage);
    }

    /** The refusal of an actor who is not the handler. */
    static Rejection notHandler(DecisionContext<?> context) {
        return Rejection.forbidden(context.isAnonymous() ? "actor.missing" : "case.not-handler");
    }
}
