package org.yiqiao.bench.comparison;

/**
 * Searches for the highest rate that a subject sustains. It starts from a guess and goes up or down by a factor until
 * the result changes. It then bisects the interval between the last two rates geometrically, until their ratio is
 * within the resolution.
 *
 * @param step factor of the first steps, above 1
 * @param resolution largest factor, above 1, between the returned rate and a rate that is not sustained
 */
record RateSearch(double step, double resolution) {

    /** Rates below this one, in requests per second, count as 0. */
    static final double MIN_RATE = 1;

    /** Tests a rate, in requests per second. */
    @FunctionalInterface
    interface RateTrial {
        boolean isSustained(double rate) throws InterruptedException;
    }

    /** Returns the highest sustained rate, or 0 if no rate of at least {@link #MIN_RATE} is sustained. */
    double findHighest(double guess, RateTrial trial) throws InterruptedException {
        double sustained = guess;
        double unsustained = guess;
        if (trial.isSustained(guess)) {
            unsustained = guess * step;
            while (trial.isSustained(unsustained)) {
                sustained = unsustained;
                unsustained *= step;
            }
        } else {
            sustained = guess / step;
            while (!trial.isSustained(sustained)) {
                unsustained = sustained;
                sustained /= step;
                if (sustained < MIN_RATE) {
                    return 0;
                }
            }
        }
        while (unsustained / sustained > resolution) {
            double between = Math.sqrt(sustained * unsustained);
            if (trial.isSustained(between)) {
                sustained = between;
            } else {
                unsustained = between;
            }
        }
        return sustained;
    }
}
