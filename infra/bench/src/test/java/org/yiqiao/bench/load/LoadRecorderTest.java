package org.yiqiao.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadRecorderTest {

    private static final long START = 1_000 * MicrosecondClock.SECOND;
    private final LoadRecorder ledger = new LoadRecorder(new ArrivalSchedule(START, 10, 6, 1));

    @Test
    void latencyIsMeasuredFromScheduledArrival() {
        ledger.recordAnswer(0, "a", START + 30_000);
        ledger.recordLogged("a", START + 40_000);
        ledger.recordVisible("a", START + 50_000);

        LoadResult stretch = LoadResult.of(ledger, START + 2 * MicrosecondClock.SECOND);

        assertThat(stretch.written().max()).isBetween(30.0, 30.1);
        assertThat(stretch.logged().max()).isBetween(40.0, 40.1);
        assertThat(stretch.visible().max()).isBetween(50.0, 50.1);
    }

    @Test
    void missingRowCountsAsVisibleAtEndOfSearch() {
        ledger.recordAnswer(0, "a", START + 1_000);

        LoadResult stretch = LoadResult.of(ledger, START + 5 * MicrosecondClock.SECOND);

        assertThat(stretch.unseen()).isOne();
        assertThat(stretch.visible().max()).isBetween(4_990.0, 5_010.0);
    }

    @Test
    void eventReadBeforeAnswerIsMatchedToItsRequest() {
        ledger.recordLogged("a", START + 10_000);
        ledger.recordAnswer(0, "a", START + 20_000);

        assertThat(ledger.samples().getFirst().loggedAt()).isEqualTo(START + 10_000);
    }

    @Test
    void growingBacklogCausesDrift() {
        for (int i = 0; i < 6; i++) {
            String id = Integer.toString(i);
            long arrival = ledger.schedule().timeOf(i);
            ledger.recordAnswer(i, id, arrival);
            ledger.recordVisible(id, arrival + i * 100_000L);
        }

        assertThat(LoadResult.of(ledger, START + 9 * MicrosecondClock.SECOND).drift())
                .isBetween(390.0, 410.0);
    }

    @Test
    void answersAfterEndTimeAreNotInTime() {
        ledger.recordAnswer(0, "a", ledger.schedule().endTime());
        ledger.recordAnswer(1, "b", ledger.schedule().endTime() + 1);

        LoadResult stretch = LoadResult.of(ledger, START + 9 * MicrosecondClock.SECOND);

        assertThat(stretch.accepted()).isEqualTo(2);
        assertThat(stretch.acceptedInTime()).isOne();
    }
}
