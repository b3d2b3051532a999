package org.yiqiao.bench.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateSearchTest {

    private static final RateSearch SEARCH = new RateSearch(2, 1.1);

    @ParameterizedTest
    @ValueSource(doubles = {7, 120, 499, 500, 501, 3_200, 90_000})
    void findsHighestSustainedRateWithinResolution(double capacity) throws InterruptedException {
        double found = SEARCH.findHighest(500, rate -> rate <= capacity);

        assertThat(found).isLessThanOrEqualTo(capacity).isGreaterThan(capacity / 1.1);
    }

    @Test
    void rateIsZeroIfNoTrialSucceeds() throws InterruptedException {
        assertThat(SEARCH.findHighest(500, rate -> false)).isZero();
    }

    @Test
    void accurateGuessNeedsFewTrials() throws InterruptedException {
        List<Double> tried = new ArrayList<>();

        new RateSearch(1.15, 1.08).findHighest(1_000, rate -> {
            tried.add(rate);
            return rate <= 1_020;
        });

        assertThat(tried).hasSizeLessThanOrEqualTo(3);
    }
}
