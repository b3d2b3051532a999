package org.yiqiao.center.statistics;

/** Counts requests and collects the durations of the closed ones. */
final class RequestTally {

    private long open;
    private final DurationStatistics closed = new DurationStatistics();

    /**
     * Adds a request. The clocks of two systems can put the closing slightly before the request; then the
     * duration is 0.
     *
     * @param requestedAt milliseconds since 1970
     * @param closedAt milliseconds since 1970, or {@link DailyRequestTable#NOT_CLOSED}
     */
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
