package org.yiqiao.core.processing;

/** Indicates a temporary overload or outage; the event must be delivered again. */
public final class RetryLaterException extends RuntimeException {

    public RetryLaterException(String message) {
        super(message);
    }
}
