package org.yiqiao.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    @Test
    void arrivalsComeAtTheirRateWhateverBecomesOfThem() {
        Arrivals arrivals = new Arrivals(5_000_000, 400, 800, 8);

        assertThat(arrivals.at(0)).isEqualTo(5_000_000);
        assertThat(arrivals.at(1)).isEqualTo(5_002_500);
        assertThat(arrivals.end()).isEqualTo(7_000_000);
    }

    @Test
    void atMostFiftyASecondAreFollowedToTheirRows() {
        Arrivals arrivals = Arrivals.soon(4_030, 10);

        long samples =
                IntStream.range(0, arrivals.count()).filter(arrivals::isSample).count();
        assertThat(samples).isBetween(450L, 500L);
    }
}
