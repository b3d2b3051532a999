package org.yiqiao.support.stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an {@code Error} in a handler from ending its consumer's thread, after which nothing would be consumed any more
 * and nobody would know: it becomes an exception, and the batch comes again. Out of memory, the process has to end,
 * because nothing is sure any more.
 */
final class Contained {

    private static final Logger log = LoggerFactory.getLogger(Contained.class);

    private final Runnable endOfProcess;

    Contained(Runnable endOfProcess) {
        this.endOfProcess = endOfProcess;
    }

    /** Ends this process at once, with a status that says that it failed. */
    static Contained orHalted() {
        return new Contained(() -> Runtime.getRuntime().halt(1));
    }

    void run(Runnable handler) {
        try {
            handler.run();
        } catch (OutOfMemoryError e) {
            endOfProcess.run();
            throw e;
        } catch (Error e) {
            log.error("A handler met an error", e);
            throw new HandlerError(e);
        }
    }

    /** An {@code Error} that a handler met. */
    static final class HandlerError extends RuntimeException {
        HandlerError(Error cause) {
            super("A handler met an error", cause);
        }
    }
}
