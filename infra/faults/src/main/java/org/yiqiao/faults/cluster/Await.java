package org.yiqiao.faults.cluster;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for a condition, and letting time pass. */
public final class Await {

    private static final Duration LOOK = Duration.ofMillis(50);

    private Await() {}

    /** True as soon as the condition holds; false if it does not within the patience. */
    public static boolean until(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            sleep(LOOK);
        }
        return true;
    }

    /** Lets a fault last, or the load go on, for a while. */
    public static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
