package org.yiqiao.bench.report;

/**
 * What a figure has to reach.
 *
 * @param atMost whether the bar is an upper one
 */
public record Bar(String figure, double value, double bar, boolean atMost, boolean met) {

    static Bar atMost(String figure, double value, double bar) {
        return new Bar(figure, value, bar, true, value <= bar);
    }

    static Bar atLeast(String figure, double value, double bar) {
        return new Bar(figure, value, bar, false, value >= bar);
    }
}
