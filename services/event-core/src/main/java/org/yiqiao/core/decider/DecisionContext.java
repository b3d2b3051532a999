package org.yiqiao.core.decider;

import java.time.Instant;
import java.util.List;
import org.yiqiao.contracts.DomainEvent;

/**
 * The information that a rule can use in addition to the state; values only.
 *
 * @param now time of the decision, to the millisecond
 * @param actor pseudonymous id of the caller
 * @param facts knowledge of the service about its surroundings at that moment
 */
public record DecisionContext<F>(Instant now, String actor, F facts) {

    /** Actor of a command without an authenticated caller. */
    public static final String ANONYMOUS = "anonymous";

    public boolean isAnonymous() {
        return ANONYMOUS.equals(actor);
    }

    /** Accepts the command with one event, which happens now. */
    public <E extends DomainEvent> Decision<E> accept(E event) {
        return accept(List.of(event));
    }

    /** Accepts the command with these events, which happen now and in this order. */
    public <E extends DomainEvent> Decision<E> accept(List<? extends E> events) {
        return new Decision.Accepted<>(events.stream()
                .map(event -> new TimestampedEvent<E>(event, now))
                .toList());
    }

    /** Accepts a command that has nothing left to do. */
    public <E extends DomainEvent> Decision<E> acceptWithoutEvents() {
        return new Decision.Accepted<>(List.of());
    }
}
