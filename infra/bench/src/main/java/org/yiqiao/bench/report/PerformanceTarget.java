package org.yiqiao.bench.report;

/**
 * What a figure has to reach.
 *
 * @param atMost whether the bar is an upper one
 */
public record PerformanceTarget(String figure, double value, double bar, boolean atMost, boolean met) {

    static PerformanceTarget atMost(String figure, double value, double bar) {
        return new PerformanceTarget(figure, value, bar, true, value <= bar);
    }

    static PerformanceTarget atLeast(String figure, double value, double bar) {
        return new PerformanceTarget(figure, value, bar, false, value >= bar);
    }
}
