package org.yiqiao.bench.load;

/**
 * The way of one request, each point in {@link MicrosecondClock}; 0 where it was not seen.
 *
 * @param arrivedAt when it was to be sent
 * @param writtenAt when it was answered: it survives a kill from here on
 * @param loggedAt when a reader of the topic had its event
 * @param visibleAt when its row was found
 */
public record RequestTimings(String id, long arrivedAt, long writtenAt, long loggedAt, long visibleAt) {

    /** Milliseconds from arrival to row; whatever was never seen counts as seen when the search for it ended. */
    public double visibleMillis(long searchEnded) {
        return ((visibleAt == 0 ? searchEnded : visibleAt) - arrivedAt) / 1_000.0;
    }
}
