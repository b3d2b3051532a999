package org.yiqiao.center.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationStatisticsTest {

    private static final long HOUR = 3_600_000;

    private static DurationStatistics hours(long... hours) {
        DurationStatistics durations = new DurationStatistics();
        LongStream.of(hours).forEach(hour -> durations.add(hour * HOUR));
        return durations;
    }

    @Test
    void noDurationsHaveNoQuantile() {
        assertThat(new DurationStatistics().quantileInHours(0.5)).isNull();
        assertThat(new DurationStatistics().count()).isZero();
    }

    @Test
    void everyQuantileOfOneDurationIsThatDuration() {
        assertThat(hours(7).quantileInHours(0)).isEqualTo(7);
        assertThat(hours(7).quantileInHours(0.5)).isEqualTo(7);
        assertThat(hours(7).quantileInHours(1)).isEqualTo(7);
    }

    @Test
    void medianOfOddCountIsMiddleValue() {
        assertThat(hours(9, 1, 4).quantileInHours(0.5)).isEqualTo(4);
    }

    @Test
    void medianOfEvenCountIsMeanOfMiddleValues() {
        assertThat(hours(10, 1, 2, 5).quantileInHours(0.5)).isEqualTo(3.5);
    }

    /** Type 7 of 1, 2, 4, 8, 16: the position is 1 + 4p. For 0.9 it is 4.6, so the quantile is 8 + 0.6 × 8. */
    @ParameterizedTest
    @CsvSource({"0,1", "0.1,1.4", "0.25,2", "0.5,4", "0.6,5.6", "0.75,8", "0.9,12.8", "0.95,14.4", "1,16"})
    void quantileIsInterpolatedLinearly(double quantile, double expected) {
        assertThat(hours(16, 1, 8, 2, 4).quantileInHours(quantile)).isEqualTo(expected);
    }

    /** Type 7 of 1 to 10: for 0.9, the position is 9.1. */
    @Test
    void ninetiethPercentileOfTenIsInterpolated() {
        assertThat(hours(1, 2, 3, 4, 5, 6, 7, 8, 9, 10).quantileInHours(0.9)).isEqualTo(9.1);
    }

    @Test
    void equalDurationsHaveSameQuantile() {
        assertThat(hours(3, 3, 3, 3).quantileInHours(0.9)).isEqualTo(3);
    }

    @Test
    void hoursAreRoundedToThousandth() {
        DurationStatistics durations = new DurationStatistics();
        durations.add(1_799);
        assertThat(durations.quantileInHours(0.5)).isEqualTo(0);
        durations.add(1_801);
        assertThat(durations.quantileInHours(0.5))
                .as("half a thousandth is rounded up")
                .isEqualTo(0.001);
        assertThat(durations.quantileInHours(1)).isEqualTo(0.001);
    }

    @Test
    void orderAndCountDoNotMatter() {
        DurationStatistics durations = hours(
                LongStream.range(0, 1_001).map(number -> number * 10 % 1_001).toArray());
        assertThat(durations.count()).isEqualTo(1_001);
        assertThat(durations.quantileInHours(0.5)).isEqualTo(500);
        assertThat(durations.quantileInHours(0.9)).isEqualTo(900);
        assertThat(durations.quantileInHours(1)).isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource({"63,32", "64,32.5", "65,33", "128,64.5", "129,65"})
    void growingKeepsAllDurations(int count, double median) {
        DurationStatistics durations = hours(
                LongStream.iterate(count, number -> number - 1).limit(count).toArray());
        assertThat(durations.count()).isEqualTo(count);
        assertThat(durations.quantileInHours(0.5)).isEqualTo(median);
        assertThat(durations.quantileInHours(0)).isEqualTo(1);
        assertThat(durations.quantileInHours(1)).isEqualTo(count);
    }

    @Test
    void durationsCanBeAddedAfterQuantile() {
        DurationStatistics durations = hours(5, 9);
        assertThat(durations.quantileInHours(0.5)).isEqualTo(7);
        durations.add(HOUR);
        assertThat(durations.quantileInHours(0.5)).isEqualTo(5);
        assertThat(durations.quantileInHours(0)).isEqualTo(1);
    }
}
