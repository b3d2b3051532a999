package org.yiqiao.center.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestTallyTest {

    private static final long HOUR = 3_600_000;

    private final RequestTally tally = new RequestTally();

    @Test
    void totalIsOpenPlusClosed() {
        tally.add(0, DailyRequestTable.NOT_CLOSED);
        tally.add(0, 2 * HOUR);
        tally.add(HOUR, 2 * HOUR);
        assertThat(tally.open()).isEqualTo(1);
        assertThat(tally.closedDurations().count()).isEqualTo(2);
        assertThat(tally.total()).isEqualTo(3);
    }

    @Test
    void onlyClosedRequestsHaveDurations() {
        tally.add(0, DailyRequestTable.NOT_CLOSED);
        assertThat(tally.closedDurations().quantileInHours(0.5)).isNull();
        tally.add(HOUR, 4 * HOUR);
        assertThat(tally.closedDurations().quantileInHours(0.5)).isEqualTo(3);
    }

    @Test
    void closingBeforeRequestCountsAsZeroDuration() {
        tally.add(HOUR, HOUR - 1);
        tally.add(10 * HOUR, 0);
        assertThat(tally.closedDurations().count()).isEqualTo(2);
        assertThat(tally.closedDurations().quantileInHours(0)).isEqualTo(0);
        assertThat(tally.closedDurations().quantileInHours(1)).isEqualTo(0);
    }
}
