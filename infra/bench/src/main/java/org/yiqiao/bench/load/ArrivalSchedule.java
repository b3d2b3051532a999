package org.yiqiao.bench.load;

/**
 * When requests arrive: at a fixed rate, whether the earlier ones were answered or not. A latency counts from here, so a
 * subject that falls behind cannot make its own figures better by being asked later.
 *
 * @param startTime of the first, in {@link MicrosecondClock}
 * @param rate per second
 * @param count how many
 * @param sampleInterval of how many requests one is followed to its row
 */
public record ArrivalSchedule(long startTime, double rate, int count, int sampleInterval) {

    private static final double SAMPLES_PER_SECOND = 50;

    /** Arrivals from a tenth of a second ahead, with at most some fifty samples a second. */
    public static ArrivalSchedule startingSoon(double rate, double seconds) {
        int count = Math.max(1, (int) Math.round(rate * seconds));
        int every = Math.max(1, (int) Math.ceil(rate / SAMPLES_PER_SECOND));
        return new ArrivalSchedule(MicrosecondClock.now() + MicrosecondClock.SECOND / 10, rate, count, every);
    }

    public long timeOf(int index) {
        return startTime + Math.round(index * MicrosecondClock.SECOND / rate);
    }

    public boolean isSampled(int index) {
        return index % sampleInterval == 0;
    }

    public long endTime() {
        return timeOf(count);
    }
}
