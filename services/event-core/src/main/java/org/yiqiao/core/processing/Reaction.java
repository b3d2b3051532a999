package org.yiqiao.core.processing;

import org.slf4j.LoggerFactory;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.aggregate.CommandMetadata;
import org.yiqiao.core.aggregate.CommandResult;
import org.yiqiao.core.aggregate.ProcessedCommands;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.envelope.EventEnvelope;

/**
 * Responds to an event with a command to an aggregate of its own service. After a crash, a reaction can be called again
 * for the same event. The command's {@link #commandMetadata} lets the target detect a repeated command.
 */
public non-sealed interface Reaction<E extends DomainEvent> extends EventHandler<E> {

    void handle(EventEnvelope<? extends E> event);

    /**
     * Checks the result of a command. A business rejection is a final answer; after a temporary rejection the event
     * must be delivered again.
     *
     * @throws RetryLaterException if the target is overloaded
     */
    static void checkResult(CommandResult<?> outcome) {
        if (outcome instanceof CommandResult.Rejected<?>(var rejection)) {
            if (rejection.reason() == Rejection.Reason.OVERLOADED) {
                throw new RetryLaterException(rejection.code());
            }
            LoggerFactory.getLogger(Reaction.class).info("The command of a reaction was rejected: {}", rejection);
        }
    }

    /** Returns the metadata of the command that responds to this event. */
    static CommandMetadata commandMetadata(EventEnvelope<?> event) {
        return CommandMetadata.ofReaction(
                event.correlationId(), event.id(), new ProcessedCommands.SourceEvent(event.subject(), event.seq()));
    }
}
