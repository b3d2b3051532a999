package org.yiqiao.center.measures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

    private static final long HOUR = 3_600_000;

    private final Tally tally = new Tally();

    @Test
    void openAndClosedRequestsMakeUpTheTotal() {
        tally.add(0, DaySheet.OPEN);
        tally.add(0, 2 * HOUR);
        tally.add(HOUR, 2 * HOUR);
        assertThat(tally.open()).isEqualTo(1);
        assertThat(tally.closed().count()).isEqualTo(2);
        assertThat(tally.total()).isEqualTo(3);
    }

    @Test
    void onlyClosedRequestsHaveTakenTime() {
        tally.add(0, DaySheet.OPEN);
        assertThat(tally.closed().hours(0.5)).isNull();
        tally.add(HOUR, 4 * HOUR);
        assertThat(tally.closed().hours(0.5)).isEqualTo(3);
    }

    @Test
    void whatWasClosedBeforeItWasRequestedTookNoTime() {
        tally.add(HOUR, HOUR - 1);
        tally.add(10 * HOUR, 0);
        assertThat(tally.closed().count()).isEqualTo(2);
        assertThat(tally.closed().hours(0)).isEqualTo(0);
        assertThat(tally.closed().hours(1)).isEqualTo(0);
    }
}
