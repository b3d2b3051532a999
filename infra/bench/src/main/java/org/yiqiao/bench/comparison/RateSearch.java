package org.yiqiao.bench.comparison;

/**
 * Looks for the highest rate that holds: from a guess up or down by a step until the answer changes, then between the
 * last two by halves, until they lie closer together than the resolution.
 *
 * @param step factor of the first steps, above 1
 * @param resolution factor between the rate that is returned and one that did not hold, above 1
 */
record RateSearch(double step, double resolution) {

    /** Less than this a second counts as none. */
    static final double MIN_RATE = 1;

    /** Whether a subject holds a rate. */
    @FunctionalInterface
    interface RateTrial {
        boolean isSustained(double rate) throws InterruptedException;
    }

    /** The highest rate that held; 0 if not even the least did. */
    double findHighest(double guess, RateTrial trial) throws InterruptedException {
        double held = guess;
        double tooMuch = guess;
        if (trial.isSustained(guess)) {
            tooMuch = guess * step;
            while (trial.isSustained(tooMuch)) {
                held = tooMuch;
                tooMuch *= step;
            }
        } else {
            held = guess / step;
            while (!trial.isSustained(held)) {
                tooMuch = held;
                held /= step;
                if (held < MIN_RATE) {
                    return 0;
                }
            }
        }
        while (tooMuch / held > resolution) {
            double between = Math.sqrt(held * tooMuch);
            if (trial.isSustained(between)) {
                held = between;
            } else {
                tooMuch = between;
            }
        }
        return held;
    }
}
