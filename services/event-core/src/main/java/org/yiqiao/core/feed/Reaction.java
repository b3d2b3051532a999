package org.yiqiao.core.feed;

import org.slf4j.LoggerFactory;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.aggregate.Memory;
import org.yiqiao.core.aggregate.Origin;
import org.yiqiao.core.aggregate.Outcome;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.envelope.Envelope;

/**
 * Answers an event with a command to an aggregate of its own service. It may be called again for the same event after
 * a crash; the command's {@link #origin} lets the target see that it has handled it.
 */
public non-sealed interface Reaction<E extends DomainEvent> extends Subscriber<E> {

    void on(Envelope<? extends E> event);

    /** Passes a command's outcome on: a business no is an answer, but what is only refused for now is to come again. */
    static void heed(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?>(var rejection)) {
            if (rejection.reason() == Rejection.Reason.OVERLOADED) {
                throw new NotNow(rejection.code());
            }
            LoggerFactory.getLogger(Reaction.class).info("A reaction's command was refused: {}", rejection);
        }
    }

    /** The origin of the command that answers this event. */
    static Origin origin(Envelope<?> event) {
        return Origin.reaction(event.correlation(), event.id(), new Memory.Source(event.subject(), event.seq()));
    }
}
