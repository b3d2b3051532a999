package org.yiqiao.binding.stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an {@code Error} in a handler from ending its consumer's thread, after which nothing would be consumed any more
 * and nobody would know: it becomes an exception, and the batch comes again. Out of memory, the process has to end,
 * because nothing is sure any more.
 */
final class HandlerErrorGuard {

    private static final Logger log = LoggerFactory.getLogger(HandlerErrorGuard.class);

    private final Runnable processTermination;

    HandlerErrorGuard(Runnable endOfProcess) {
        this.processTermination = endOfProcess;
    }

    /** Ends this process at once, with a status that says that it failed. */
    static HandlerErrorGuard haltingOnOutOfMemory() {
        return new HandlerErrorGuard(() -> Runtime.getRuntime().halt(1));
    }

    void run(Runnable handler) {
        try {
            handler.run();
        } catch (OutOfMemoryError e) {
            processTermination.run();
            throw e;
        } catch (Error e) {
            log.error("A handler met an error", e);
            throw new HandlerFailedException(e);
        }
    }

    /** An {@code Error} that a handler met. */
    static final class HandlerFailedException extends RuntimeException {
        HandlerFailedException(Error cause) {
            super("A handler met an error", cause);
        }
    }
}
