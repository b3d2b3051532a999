package org.yiqiao.bench.comparison;

import org.yiqiao.bench.load.LoadResult;

/** When a rate counts as sustained: it is met, nothing fails, no backlog grows, and rows are there within a second. */
final class SustainedRateCriterion {

    /** Milliseconds from arrival to row, for 99 of 100. */
    static final double MAX_P99_MILLIS = 1_000;

    /** Milliseconds by which rows may come later at the end of a stretch than at its beginning. */
    static final double MAX_DRIFT_MILLIS = 150;

    private static final double MET = 0.97;

    private SustainedRateCriterion() {}

    static boolean isMet(LoadResult stretch) {
        return stretch.failed() == 0
                && stretch.acceptedInTime() >= MET * stretch.offered()
                && stretch.unseen() == 0
                && stretch.visible().p99() <= MAX_P99_MILLIS
                && stretch.drift() <= MAX_DRIFT_MILLIS;
    }
}
