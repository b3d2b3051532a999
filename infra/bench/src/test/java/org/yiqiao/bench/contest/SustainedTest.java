package org.yiqiao.bench.contest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yiqiao.bench.load.Stretch;
import org.yiqiao.bench.load.Stretch.Quantiles;

class SustainedTest {

    private static final Quantiles FAST = new Quantiles(5, 8, 20, 40);

    @Test
    void aRateThatIsMetWithEarlyRowsAndNoBacklogIsSustained() {
        assertThat(Sustained.holds(stretch(1_000, 0, 0, FAST, 3))).isTrue();
    }

    @Test
    void answersThatComeTooLateAreNotSustained() {
        assertThat(Sustained.holds(stretch(960, 0, 0, FAST, 3))).isFalse();
    }

    @Test
    void oneFailureIsNotSustained() {
        assertThat(Sustained.holds(stretch(999, 1, 0, FAST, 3))).isFalse();
    }

    @Test
    void aRowThatDoesNotComeIsNotSustained() {
        assertThat(Sustained.holds(stretch(1_000, 0, 1, FAST, 3))).isFalse();
    }

    @Test
    void rowsAfterMoreThanASecondAreNotSustained() {
        assertThat(Sustained.holds(stretch(1_000, 0, 0, new Quantiles(5, 8, 1_001, 1_200), 3)))
                .isFalse();
    }

    @Test
    void aBacklogThatGrowsIsNotSustained() {
        assertThat(Sustained.holds(stretch(1_000, 0, 0, FAST, 151))).isFalse();
    }

    private static Stretch stretch(long inTime, long failed, int unseen, Quantiles visible, double drift) {
        return new Stretch(200, 1_000, inTime, inTime, failed, 250, unseen, FAST, FAST, visible, drift);
    }
}
