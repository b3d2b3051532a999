package org.yiqiao.core.decider;

import org.yiqiao.contracts.DomainEvent;

/** A command that brings an aggregate into being, with the rule that decides it. */
public interface Creation<E extends DomainEvent, F> {
    Decision<E> decide(Context<F> context);
}
