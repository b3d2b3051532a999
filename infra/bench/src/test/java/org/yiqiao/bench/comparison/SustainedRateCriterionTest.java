package org.yiqiao.bench.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yiqiao.bench.load.LoadResult;
import org.yiqiao.bench.load.LoadResult.Quantiles;

class SustainedRateCriterionTest {

    private static final Quantiles FAST = new Quantiles(5, 8, 20, 40);

    @Test
    void achievedRateWithFastRowsAndNoBacklogIsSustained() {
        assertThat(SustainedRateCriterion.isMet(loadResult(1_000, 0, 0, FAST, 3)))
                .isTrue();
    }

    @Test
    void lateAnswersAreNotSustained() {
        assertThat(SustainedRateCriterion.isMet(loadResult(960, 0, 0, FAST, 3))).isFalse();
    }

    @Test
    void singleFailureIsNotSustained() {
        assertThat(SustainedRateCriterion.isMet(loadResult(999, 1, 0, FAST, 3))).isFalse();
    }

    @Test
    void missingRowIsNotSustained() {
        assertThat(SustainedRateCriterion.isMet(loadResult(1_000, 0, 1, FAST, 3)))
                .isFalse();
    }

    @Test
    void rowsLaterThanOneSecondAreNotSustained() {
        assertThat(SustainedRateCriterion.isMet(loadResult(1_000, 0, 0, new Quantiles(5, 8, 1_001, 1_200), 3)))
                .isFalse();
    }

    @Test
    void growingBacklogIsNotSustained() {
        assertThat(SustainedRateCriterion.isMet(loadResult(1_000, 0, 0, FAST, 151)))
                .isFalse();
    }

    private static LoadResult loadResult(long inTime, long failed, int unseen, Quantiles visible, double drift) {
        return new LoadResult(200, 1_000, inTime, inTime, failed, 250, unseen, FAST, FAST, visible, drift);
    }
}
