package org.yiqiao.core.throttle;

import java.time.Duration;

/**
 * Limits batches to one start per interval. An item that arrives after a quiet time starts a batch at once; items that
 * follow soon share a batch. While few items wait, the interval is longer, because the cost of a batch hardly depends
 * on its size. Not thread-safe.
 */
public final class BatchThrottle {

    private final long interval;
    private final long longInterval;
    private final int minBatchSize;
    private long startedAt;

    /**
     * @param interval time from one batch to the next
     * @param longInterval interval while fewer than {@code minBatchSize} items wait
     * @param minBatchSize number of items that justifies a batch
     */
    public BatchThrottle(Duration interval, Duration longInterval, int minBatchSize) {
        this.interval = interval.toNanos();
        this.longInterval = longInterval.toNanos();
        this.minBatchSize = minBatchSize;
        this.startedAt = System.nanoTime() - this.longInterval;
    }

    /**
     * Returns the nanoseconds after which the next batch can start, or after which the caller asks again. A value that
     * is not positive means that the batch can start now.
     *
     * @param waiting number of items that wait now
     */
    public long remainingNanos(int waiting) {
        long passed = System.nanoTime() - startedAt;
        return (passed < interval || waiting >= minBatchSize ? interval : longInterval) - passed;
    }

    /** Marks the start of a batch. */
    public void startBatch() {
        startedAt = System.nanoTime();
    }
}
