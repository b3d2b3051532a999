package org.yiqiao.binding.stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Converts an {@code Error} in an event handler to an exception, so that the batch is redelivered. Otherwise the error
 * would end the consumer's thread, and consumption would stop unnoticed. If memory runs out, the process ends, because
 * its state is no longer reliable.
 */
final class EventHandlerErrorGuard {

    private static final Logger log = LoggerFactory.getLogger(EventHandlerErrorGuard.class);

    private final Runnable processTermination;

    EventHandlerErrorGuard(Runnable processTermination) {
        this.processTermination = processTermination;
    }

    /** Creates a guard that ends this process immediately, with exit status 1, if memory runs out. */
    static EventHandlerErrorGuard haltingOnOutOfMemory() {
        return new EventHandlerErrorGuard(() -> Runtime.getRuntime().halt(1));
    }

    void run(Runnable handler) {
        try {
            handler.run();
        } catch (OutOfMemoryError e) {
            processTermination.run();
            throw e;
        } catch (Error e) {
            log.error("An event handler threw an error", e);
            throw new HandlerFailedException(e);
        }
    }

    /** Wraps an {@code Error} from an event handler. */
    static final class HandlerFailedException extends RuntimeException {
        HandlerFailedException(Error cause) {
            super("An event handler threw an error", cause);
        }
    }
}
