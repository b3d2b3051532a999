package org.yiqiao.core.decider;

import org.yiqiao.contracts.DomainEvent;

/**
 * An instruction to create or change one aggregate, with the rule that decides it.
 *
 * @param <E> the events that the rule can accept
 * @param <F> the facts from outside the aggregate that the rule needs
 */
public sealed interface Command<E extends DomainEvent, F> permits CreateCommand, UpdateCommand {}
