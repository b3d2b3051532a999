package org.yiqiao.bench.report;

/**
 * A target for a figure, and whether the figure meets it.
 *
 * @param atMost true if the bar is an upper bound, false if it is a lower bound
 */
public record PerformanceTarget(String figure, double value, double bar, boolean atMost, boolean met) {

    static PerformanceTarget atMost(String figure, double value, double bar) {
        return new PerformanceTarget(figure, value, bar, true, value <= bar);
    }

    static PerformanceTarget atLeast(String figure, double value, double bar) {
        return new PerformanceTarget(figure, value, bar, false, value >= bar);
    }
}
