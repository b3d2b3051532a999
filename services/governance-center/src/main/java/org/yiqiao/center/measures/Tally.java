package org.yiqiao.center.measures;

/** Counts requests, and how long the closed ones took. */
final class Tally {

    private long open;
    private final Durations closed = new Durations();

    /** Counts one; clocks of two systems may put its closing a little before its request, which took no time then. */
    void add(long requestedAt, long closedAt) {
        if (closedAt == DaySheet.OPEN) {
            open++;
        } else {
            closed.add(Math.max(0, closedAt - requestedAt));
        }
    }

    long total() {
        return open + closed.count();
    }

    long open() {
        return open;
    }

    Durations closed() {
        return closed;
    }
}
