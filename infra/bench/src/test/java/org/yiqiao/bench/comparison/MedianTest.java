package org.yiqiao.bench.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void medianOfOddCountIsTheMiddleValue() {
        assertThat(Median.of(List.of(9.0, 1.0, 4.0), figure -> figure)).isEqualTo(4);
    }

    @Test
    void medianOfEvenCountIsMeanOfMiddleValues() {
        assertThat(Median.of(List.of(9.0, 1.0, 4.0, 6.0), figure -> figure)).isEqualTo(5);
    }

    @Test
    void medianOfNoValuesIsZero() {
        assertThat(Median.of(List.<Double>of(), figure -> figure)).isZero();
    }
}
