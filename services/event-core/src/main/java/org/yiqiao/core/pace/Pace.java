package org.yiqiao.core.pace;

import java.time.Duration;

/**
 * Batches that begin at most once in an interval: what comes after a quiet time goes at once, and what follows it soon goes
 * together. For one thread.
 */
public final class Pace {

    private final long interval;
    private long next = System.nanoTime();

    public Pace(Duration interval) {
        this.interval = interval.toNanos();
    }

    /** Nanoseconds until the next batch may begin; none are left if this is not positive. */
    public long left() {
        return next - System.nanoTime();
    }

    /** A batch begins now. */
    public void begin() {
        next = System.nanoTime() + interval;
    }
}
