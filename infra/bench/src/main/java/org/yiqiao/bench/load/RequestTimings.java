package org.yiqiao.bench.load;

/**
 * The times of one request, see {@link MicrosecondClock}; 0 for a step that was not observed.
 *
 * @param arrivedAt scheduled time of sending
 * @param writtenAt time of the response; from then on the request survives a kill
 * @param loggedAt time at which a reader of the topic received the event
 * @param visibleAt time at which the row was found
 */
public record RequestTimings(String id, long arrivedAt, long writtenAt, long loggedAt, long visibleAt) {

    /**
     * Returns the milliseconds from arrival to row. A row that was never found counts as found at the end of the
     * search.
     */
    public double visibleMillis(long searchEnded) {
        return ((visibleAt == 0 ? searchEnded : visibleAt) - arrivedAt) / 1_000.0;
    }
}
