package org.yiqiao.core.processing;

import org.slf4j.LoggerFactory;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.aggregate.CommandMetadata;
import org.yiqiao.core.aggregate.CommandResult;
import org.yiqiao.core.aggregate.ProcessedCommands;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.envelope.EventEnvelope;

/**
 * Answers an event with a command to an aggregate of its own service. It may be called again for the same event after
 * a crash; the command's {@link #commandMetadata} lets the target see that it has handled it.
 */
public non-sealed interface Reaction<E extends DomainEvent> extends EventHandler<E> {

    void handle(EventEnvelope<? extends E> event);

    /** Passes a command's outcome on: a business no is an answer, but what is only refused for now is to come again. */
    static void checkResult(CommandResult<?> outcome) {
        if (outcome instanceof CommandResult.Rejected<?>(var rejection)) {
            if (rejection.reason() == Rejection.Reason.OVERLOADED) {
                throw new RetryLaterException(rejection.code());
            }
            LoggerFactory.getLogger(Reaction.class).info("A reaction's command was refused: {}", rejection);
        }
    }

    /** The origin of the command that answers this event. */
    static CommandMetadata commandMetadata(EventEnvelope<?> event) {
        return CommandMetadata.ofReaction(
                event.correlationId(), event.id(), new ProcessedCommands.SourceEvent(event.subject(), event.seq()));
    }
}
