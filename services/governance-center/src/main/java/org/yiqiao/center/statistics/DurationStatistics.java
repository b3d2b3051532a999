package org.yiqiao.center.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects durations in milliseconds and computes their quantiles in hours. Not thread-safe. */
final class DurationStatistics {

    private static final double MILLIS_PER_HOUR = 3_600_000;

    private long[] millis = new long[64];
    private int size;
    private boolean sorted = true;

    void add(long duration) {
        if (size == millis.length) {
            millis = Arrays.copyOf(millis, 2 * size);
        }
        millis[size++] = duration;
        sorted = false;
    }

    int count() {
        return size;
    }

    /**
     * Returns the quantile with linear interpolation between order statistics (type 7 of Hyndman and Fan), rounded to a
     * thousandth of an hour. Returns null if there are no durations.
     *
     * @param quantile from 0 to 1
     */
    @Nullable
    Double quantileInHours(double quantile) {
        if (size == 0) {
            return null;
        }
        if (!sorted) {
            Arrays.sort(millis, 0, size);
            sorted = true;
        }
        double position = quantile * (size - 1);
        int below = (int) position;
        int above = Math.min(below + 1, size - 1);
        double value = millis[below] + (position - below) * (millis[above] - millis[below]);
        return Math.round(value / MILLIS_PER_HOUR * 1_000) / 1_000.0;
    }
}
