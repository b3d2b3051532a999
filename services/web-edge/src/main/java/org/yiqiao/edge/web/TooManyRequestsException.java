package org.yiqiao.edge.web;

/** More calls than a caller may make; it becomes a problem that says when to try again. */
public final class TooManyRequestsException extends RuntimeException {

    private final long retryAfterSeconds;

    /** @param seconds after which the next call is let in */
    public TooManyRequestsException(long seconds) {
        super("Too many calls");
        this.retryAfterSeconds = seconds;
    }

    long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
