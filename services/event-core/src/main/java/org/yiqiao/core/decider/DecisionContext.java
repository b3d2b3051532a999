package org.yiqiao.core.decider;

import java.time.Instant;
import java.util.List;
import org.yiqiao.contracts.DomainEvent;

/**
 * What a rule may know beside the state: values only.
 *
 * @param now when the command is decided, to the millisecond
 * @param actor pseudonymous id of who asks
 * @param facts what the service knows of its surroundings at that moment
 */
public record DecisionContext<F>(Instant now, String actor, F facts) {

    /** The actor of a command that nobody signed. */
    public static final String ANONYMOUS = "anonymous";

    public boolean isAnonymous() {
        return ANONYMOUS.equals(actor);
    }

    /** Accepts the command: this happened now. */
    public <E extends DomainEvent> Decision<E> accept(E event) {
        return accept(List.of(event));
    }

    /** Accepts the command: these happened now, in this order. */
    public <E extends DomainEvent> Decision<E> accept(List<? extends E> events) {
        return new Decision.Accepted<>(events.stream()
                .map(event -> new TimestampedEvent<E>(event, now))
                .toList());
    }

    /** Accepts the command, of which nothing was left to do. */
    public <E extends DomainEvent> Decision<E> acceptWithoutEvents() {
        return new Decision.Accepted<>(List.of());
    }
}
