package org.yiqiao.bench.load;

/**
 * When requests arrive: at a fixed rate, whether the earlier ones were answered or not. A latency counts from here, so a
 * subject that falls behind cannot make its own figures better by being asked later.
 *
 * @param start of the first, in {@link Micros}
 * @param rate per second
 * @param count how many
 * @param sampleEvery of how many requests one is followed to its row
 */
public record Arrivals(long start, double rate, int count, int sampleEvery) {

    private static final double SAMPLES_PER_SECOND = 50;

    /** Arrivals from a tenth of a second ahead, with at most some fifty samples a second. */
    public static Arrivals soon(double rate, double seconds) {
        int count = Math.max(1, (int) Math.round(rate * seconds));
        int every = Math.max(1, (int) Math.ceil(rate / SAMPLES_PER_SECOND));
        return new Arrivals(Micros.now() + Micros.SECOND / 10, rate, count, every);
    }

    public long at(int index) {
        return start + Math.round(index * Micros.SECOND / rate);
    }

    public boolean isSample(int index) {
        return index % sampleEvery == 0;
    }

    public long end() {
        return at(count);
    }
}
