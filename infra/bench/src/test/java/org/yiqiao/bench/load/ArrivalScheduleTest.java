package org.yiqiao.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalScheduleTest {

    @Test
    void arrivalsFollowTheConfiguredRate() {
        ArrivalSchedule arrivals = new ArrivalSchedule(5_000_000, 400, 800, 8);

        assertThat(arrivals.timeOf(0)).isEqualTo(5_000_000);
        assertThat(arrivals.timeOf(1)).isEqualTo(5_002_500);
        assertThat(arrivals.endTime()).isEqualTo(7_000_000);
    }

    @Test
    void atMostFiftyRequestsPerSecondAreSampled() {
        ArrivalSchedule arrivals = ArrivalSchedule.startingSoon(4_030, 10);

        long samples =
                IntStream.range(0, arrivals.count()).filter(arrivals::isSampled).count();
        assertThat(samples).isBetween(450L, 500L);
    }
}
