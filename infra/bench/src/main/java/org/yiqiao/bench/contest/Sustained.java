package org.yiqiao.bench.contest;

import org.yiqiao.bench.load.Stretch;

/** When a rate counts as sustained: it is met, nothing fails, no backlog grows, and rows are there within a second. */
final class Sustained {

    /** Milliseconds from arrival to row, for 99 of 100. */
    static final double GOAL = 1_000;

    /** Milliseconds by which rows may come later at the end of a stretch than at its beginning. */
    static final double DRIFT = 150;

    private static final double MET = 0.97;

    private Sustained() {}

    static boolean holds(Stretch stretch) {
        return stretch.failed() == 0
                && stretch.acceptedInTime() >= MET * stretch.offered()
                && stretch.unseen() == 0
                && stretch.visible().p99() <= GOAL
                && stretch.drift() <= DRIFT;
    }
}
