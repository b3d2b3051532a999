package org.yiqiao.edge.web;

/** A call beyond a rate limit. The resulting problem states when to try again. */
public final class TooManyRequestsException extends RuntimeException {

    private final long retryAfterSeconds;

    /** @param seconds time until the next call is accepted */
    public TooManyRequestsException(long seconds) {
        super("Rate limit exceeded");
        this.retryAfterSeconds = seconds;
    }

    long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
