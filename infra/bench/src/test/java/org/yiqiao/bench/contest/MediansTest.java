package org.yiqiao.bench.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MediansTest {

    @Test
    void theMiddleOfAnOddCountIsOneOfThem() {
        assertThat(Medians.of(List.of(9.0, 1.0, 4.0), figure -> figure)).isEqualTo(4);
    }

    @Test
    void theMiddleOfAnEvenCountIsBetweenTwo() {
        assertThat(Medians.of(List.of(9.0, 1.0, 4.0, 6.0), figure -> figure)).isEqualTo(5);
    }

    @Test
    void theMiddleOfNothingIsNothing() {
        assertThat(Medians.of(List.<Double>of(), figure -> figure)).isZero();
    }
}
