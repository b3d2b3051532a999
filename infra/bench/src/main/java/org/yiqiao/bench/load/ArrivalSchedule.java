package org.yiqiao.bench.load;

/**
 * The arrival times of requests at a fixed rate, whether or not earlier requests were answered. Latency counts from the
 * arrival, so a subject that falls behind cannot improve its own figures by delaying later requests.
 *
 * @param startTime time of the first arrival, see {@link MicrosecondClock}
 * @param rate arrivals per second
 * @param count number of arrivals
 * @param sampleInterval one of this many requests is followed to its row
 */
public record ArrivalSchedule(long startTime, double rate, int count, int sampleInterval) {

    private static final double SAMPLES_PER_SECOND = 50;

    /** Returns arrivals that start a tenth of a second from now, with at most some fifty samples per second. */
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
