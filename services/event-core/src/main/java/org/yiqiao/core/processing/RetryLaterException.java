package org.yiqiao.core.processing;

/** Something is overloaded or away for now; the event is to be delivered again. */
public final class RetryLaterException extends RuntimeException {

    public RetryLaterException(String message) {
        super(message);
    }
}
