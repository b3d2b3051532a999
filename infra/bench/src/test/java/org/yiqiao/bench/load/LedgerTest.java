package org.yiqiao.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final long START = 1_000 * Micros.SECOND;
    private final Ledger ledger = new Ledger(new Arrivals(START, 10, 6, 1));

    @Test
    void aLatencyCountsFromTheArrivalHoweverLateTheRequestWasSent() {
        ledger.answered(0, "a", START + 30_000);
        ledger.logged("a", START + 40_000);
        ledger.visible("a", START + 50_000);

        Stretch stretch = Stretch.of(ledger, START + 2 * Micros.SECOND);

        assertThat(stretch.written().max()).isBetween(30.0, 30.1);
        assertThat(stretch.logged().max()).isBetween(40.0, 40.1);
        assertThat(stretch.visible().max()).isBetween(50.0, 50.1);
    }

    @Test
    void aRowThatNeverCameCountsAsLateAsTheSearchForItEnded() {
        ledger.answered(0, "a", START + 1_000);

        Stretch stretch = Stretch.of(ledger, START + 5 * Micros.SECOND);

        assertThat(stretch.unseen()).isOne();
        assertThat(stretch.visible().max()).isBetween(4_990.0, 5_010.0);
    }

    @Test
    void anEventThatIsReadBeforeTheAnswerComesBelongsToItsRequestAllTheSame() {
        ledger.logged("a", START + 10_000);
        ledger.answered(0, "a", START + 20_000);

        assertThat(ledger.samples().getFirst().logged()).isEqualTo(START + 10_000);
    }

    @Test
    void aBacklogThatGrowsShowsAsDrift() {
        for (int i = 0; i < 6; i++) {
            String id = Integer.toString(i);
            long arrival = ledger.arrivals().at(i);
            ledger.answered(i, id, arrival);
            ledger.visible(id, arrival + i * 100_000L);
        }

        assertThat(Stretch.of(ledger, START + 9 * Micros.SECOND).drift()).isBetween(390.0, 410.0);
    }

    @Test
    void answersAfterTheLastArrivalsTimeAreNotInTime() {
        ledger.answered(0, "a", ledger.arrivals().end());
        ledger.answered(1, "b", ledger.arrivals().end() + 1);

        Stretch stretch = Stretch.of(ledger, START + 9 * Micros.SECOND);

        assertThat(stretch.accepted()).isEqualTo(2);
        assertThat(stretch.acceptedInTime()).isOne();
    }
}
