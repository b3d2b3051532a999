package org.yiqiao.core.decider;

import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.access.Ownership;

/**
 * A command to an existing aggregate, with the rule that decides it. The rule is pure: the same state and context
 * always give the same decision.
 *
 * @param <F> the facts from outside the aggregate that the rules need
 */
public non-sealed interface UpdateCommand<S, E extends DomainEvent, F> extends Command<E, F> {
    Decision<E> decide(S state, DecisionContext<F> context);

    /**
     * Returns the ownership that results from claiming an aggregate that has no owner yet; null if the command claims
     * nothing. The caller needs access to that ownership, and not to the previous one. Therefore the rejections of the
     * command must reveal nothing of the state except their code.
     *
     * @param id id of the aggregate that receives the command
     */
    default @Nullable Ownership claims(String id, F facts) {
        return null;
    }
}
