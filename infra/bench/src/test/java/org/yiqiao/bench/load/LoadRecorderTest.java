package org.yiqiao.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadRecorderTest {

    private static final long START = 1_000 * MicrosecondClock.SECOND;
    private final LoadRecorder recorder = new LoadRecorder(new ArrivalSchedule(START, 10, 6, 1));

    @Test
    void latencyIsMeasuredFromScheduledArrival() {
        recorder.recordAnswer(0, "a", START + 30_000);
        recorder.recordLogged("a", START + 40_000);
        recorder.recordVisible("a", START + 50_000);

        LoadResult load = LoadResult.of(recorder, START + 2 * MicrosecondClock.SECOND);

        assertThat(load.written().max()).isBetween(30.0, 30.1);
        assertThat(load.logged().max()).isBetween(40.0, 40.1);
        assertThat(load.visible().max()).isBetween(50.0, 50.1);
    }

    @Test
    void missingRowCountsAsVisibleAtEndOfSearch() {
        recorder.recordAnswer(0, "a", START + 1_000);

        LoadResult load = LoadResult.of(recorder, START + 5 * MicrosecondClock.SECOND);

        assertThat(load.unseen()).isOne();
        assertThat(load.visible().max()).isBetween(4_990.0, 5_010.0);
    }

    @Test
    void eventReadBeforeAnswerIsMatchedToItsRequest() {
        recorder.recordLogged("a", START + 10_000);
        recorder.recordAnswer(0, "a", START + 20_000);

        assertThat(recorder.samples().getFirst().loggedAt()).isEqualTo(START + 10_000);
    }

    @Test
    void growingBacklogCausesDrift() {
        for (int i = 0; i < 6; i++) {
            String id = Integer.toString(i);
            long arrival = recorder.schedule().timeOf(i);
            recorder.recordAnswer(i, id, arrival);
            recorder.recordVisible(id, arrival + i * 100_000L);
        }

        assertThat(LoadResult.of(recorder, START + 9 * MicrosecondClock.SECOND).drift())
                .isBetween(390.0, 410.0);
    }

    @Test
    void answersAfterEndTimeAreNotInTime() {
        recorder.recordAnswer(0, "a", recorder.schedule().endTime());
        recorder.recordAnswer(1, "b", recorder.schedule().endTime() + 1);

        LoadResult load = LoadResult.of(recorder, START + 9 * MicrosecondClock.SECOND);

        assertThat(load.accepted()).isEqualTo(2);
        assertThat(load.acceptedInTime()).isOne();
    }
}
