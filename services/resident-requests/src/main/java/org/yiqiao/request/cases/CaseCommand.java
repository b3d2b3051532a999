package org.yiqiao.request.cases;

import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.core.decider.Command;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Rejection;

/** A command to a case. */
public interface CaseCommand extends Command<Case, CaseEvent, Neighbourhood> {

    /** The refusal of a command that this stage does not take. */
    static Rejection notIn(Stage stage) {
        return Rejection.conflict("case.wrong-stage").with("stage", stage);
    }

    /** The refusal of an actor who is not the handler. */
    static Rejection notHandler(Context<?> context) {
        return Rejection.forbidden(context.isAnonymous() ? "actor.missing" : "case.not-handler");
    }
}
