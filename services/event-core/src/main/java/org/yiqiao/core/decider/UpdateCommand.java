package org.yiqiao.core.decider;

import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.access.Ownership;

/**
 * A command to an aggregate that exists, with the rule that decides it. Pure: the same state and context always give
 * the same decision.
 *
 * @param <F> the facts from outside of the aggregate that its rules need
 */
public non-sealed interface UpdateCommand<S, E extends DomainEvent, F> extends Command<E, F> {
    Decision<E> decide(S state, DecisionContext<F> context);

    /**
     * What will belong to whom if it takes what is nobody's yet; null if it takes nothing. Who gives it has to reach that, and
     * not what was there before; so its refusals tell nothing of the state but their code.
     *
     * @param id of the aggregate that it is given to
     */
    default @Nullable Ownership claims(String id, F facts) {
        return null;
    }
}
