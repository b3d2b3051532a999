package org.yiqiao.core.throttle;

import java.time.Duration;

/**
 * Batches that begin at most once in an interval: what comes after a quiet time goes at once, and what follows it soon goes
 * together. While only few wait, the interval is longer, since a batch costs much the same whatever it holds. For one thread.
 */
public final class BatchThrottle {

    private final long interval;
    private final long longer;
    private final int enough;
    private long begun;

    /**
     * @param interval from one batch to the next
     * @param longer the same as long as fewer than enough wait
     * @param enough how many are worth a batch
     */
    public BatchThrottle(Duration interval, Duration longer, int enough) {
        this.interval = interval.toNanos();
        this.longer = longer.toNanos();
        this.enough = enough;
        this.begun = System.nanoTime() - this.longer;
    }

    /**
     * Nanoseconds after which the next batch may begin, or this is to be asked again; none are left if it is not positive.
     *
     * @param waiting how many wait by now
     */
    public long remainingNanos(int waiting) {
        long passed = System.nanoTime() - begun;
        return (passed < interval || waiting >= enough ? interval : longer) - passed;
    }

    /** A batch begins now. */
    public void startBatch() {
        begun = System.nanoTime();
    }
}
