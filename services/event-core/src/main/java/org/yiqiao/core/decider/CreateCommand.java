package org.yiqiao.core.decider;

import org.yiqiao.contracts.DomainEvent;

/** A command that creates an aggregate, with the rule that decides it. */
public non-sealed interface CreateCommand<E extends DomainEvent, F> extends Command<E, F> {
    Decision<E> decide(DecisionContext<F> context);
}
