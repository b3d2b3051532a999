package org.yiqiao.support.web;

/** More calls than a caller may make; it becomes a problem that says when to try again. */
public final class TooMany extends RuntimeException {

    private final long seconds;

    /** @param seconds after which the next call is let in */
    public TooMany(long seconds) {
        super("Too many calls");
        this.seconds = seconds;
    }

    long seconds() {
        return seconds;
    }
}
