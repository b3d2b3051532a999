package org.yiqiao.bench.comparison;

import org.yiqiao.bench.load.LoadResult;

/**
 * Decides whether a rate is sustained: 97 of 100 requests are answered in time, none fails, no backlog grows, every
 * sampled row is found, and 99 of 100 within a second.
 */
final class SustainedRateCriterion {

    /** Longest time from arrival to row, for 99 of 100 samples. */
    static final double MAX_P99_MILLIS = 1_000;

    /** Largest increase of the median time from arrival to row, from the first to the last third of a load phase. */
    static final double MAX_DRIFT_MILLIS = 150;

    private static final double MIN_ANSWERED_SHARE = 0.97;

    private SustainedRateCriterion() {}

    static boolean isMet(LoadResult load) {
        return load.failed() == 0
                && load.acceptedInTime() >= MIN_ANSWERED_SHARE * load.offered()
                && load.unseen() == 0
                && load.visible().p99() <= MAX_P99_MILLIS
                && load.drift() <= MAX_DRIFT_MILLIS;
    }
}
