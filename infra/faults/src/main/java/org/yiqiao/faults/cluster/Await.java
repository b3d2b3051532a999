package org.yiqiao.faults.cluster;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for conditions and for fixed times. */
public final class Await {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private Await() {}

    /** Returns true as soon as the condition holds, and false if it does not hold within the timeout. */
    public static boolean until(Duration timeout, BooleanSupplier condition) {
        long end = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            sleep(POLL_INTERVAL);
        }
        return true;
    }

    /** @throws IllegalStateException if the thread is interrupted */
    public static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
