package org.yiqiao.center.statistics;

/** Counts requests, and how long the closed ones took. */
final class RequestTally {

    private long open;
    private final DurationStatistics closed = new DurationStatistics();

    /** Counts one; clocks of two systems may put its closing a little before its request, which took no time then. */
    void add(long requestedAt, long closedAt) {
        if (closedAt == DailyRequestTable.NOT_CLOSED) {
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

    DurationStatistics closedDurations() {
        return closed;
    }
}
