package org.yiqiao.bench.load;

/**
 * The way of one request, each point in {@link Micros}; 0 where it was not seen.
 *
 * @param accepted when it was to be sent
 * @param written when it was answered: it survives a kill from here on
 * @param logged when a reader of the topic had its event
 * @param visible when its row was found
 */
public record Sample(String id, long accepted, long written, long logged, long visible) {

    /** Milliseconds from arrival to row; whatever was never seen counts as seen when the search for it ended. */
    public double visibleMillis(long searchEnded) {
        return ((visible == 0 ? searchEnded : visible) - accepted) / 1_000.0;
    }
}
