package org.yiqiao.core.decider;

import java.util.List;
import org.yiqiao.contracts.DomainEvent;

/** The result of a rule: events, or one rejection. */
public sealed interface Decision<E extends DomainEvent> {

    record Accepted<E extends DomainEvent>(List<TimestampedEvent<E>> events) implements Decision<E> {}

    record Rejected<E extends DomainEvent>(Rejection rejection) implements Decision<E> {}
}
