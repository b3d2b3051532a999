package org.yiqiao.core.decider;

import org.yiqiao.contracts.DomainEvent;

/**
 * A command to an aggregate that exists, with the rule that decides it. Pure: the same state and context always give
 * the same decision.
 *
 * @param <F> the facts from outside of the aggregate that its rules need
 */
public interface Command<S, E extends DomainEvent, F> {
    Decision<E> decide(S state, Context<F> context);

    /**
     * Whether it takes what is nobody's yet. Who gives it has to reach what comes of it then, and not what was there
     * before.
     */
    default boolean takes() {
        return false;
    }
}
