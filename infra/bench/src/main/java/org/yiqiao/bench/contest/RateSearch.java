package org.yiqiao.bench.contest;

/**
 * Looks for the highest rate that holds: from a guess up or down by a step until the answer changes, then between the
 * last two by halves, until they lie closer together than the resolution.
 *
 * @param step factor of the first steps, above 1
 * @param resolution factor between the rate that is returned and one that did not hold, above 1
 */
record RateSearch(double step, double resolution) {

    /** Less than this a second counts as none. */
    static final double LEAST = 1;

    /** Whether a subject holds a rate. */
    @FunctionalInterface
    interface Trial {
        boolean holds(double rate) throws InterruptedException;
    }

    /** The highest rate that held; 0 if not even the least did. */
    double from(double guess, Trial trial) throws InterruptedException {
        double held = guess;
        double tooMuch = guess;
        if (trial.holds(guess)) {
            tooMuch = guess * step;
            while (trial.holds(tooMuch)) {
                held = tooMuch;
                tooMuch *= step;
            }
        } else {
            held = guess / step;
            while (!trial.holds(held)) {
                tooMuch = held;
                held /= step;
                if (held < LEAST) {
                    return 0;
                }
            }
        }
        while (tooMuch / held > resolution) {
            double between = Math.sqrt(held * tooMuch);
            if (trial.holds(between)) {
                held = between;
            } else {
                tooMuch = between;
            }
        }
        return held;
    }
}
