package org.yiqiao.request.cases;

import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.decider.UpdateCommand;

/** A command for an existing case. */
public interface CaseCommand extends UpdateCommand<Case, CaseEvent, CaseDecisionFacts> {

    /** Returns the rejection of a command that the stage does not allow. */
    static Rejection wrongStage(CaseStage stage) {
        return Rejection.conflict("case.wrong-stage").withDetail("stage", stage);
    }

    /** Returns the rejection of an anonymous actor, or of an actor other than the handler. */
    static Rejection notHandler(DecisionContext<?> context) {
        return Rejection.forbidden(context.isAnonymous() ? "actor.missing" : "case.not-handler");
    }
}
