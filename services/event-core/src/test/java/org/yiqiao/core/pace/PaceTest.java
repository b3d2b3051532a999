package org.yiqiao.core.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void theFirstGoesAtOnceAndTheNextAnIntervalLater() {
        Pace pace = new Pace(HOUR, DAY, 2);
        assertThat(pace.left(1)).isNotPositive();

        pace.begin();

        assertThat(pace.left(1)).isBetween(Duration.ofMinutes(50).toNanos(), HOUR.toNanos());
        assertThat(pace.left(2)).isBetween(Duration.ofMinutes(50).toNanos(), HOUR.toNanos());
    }

    @Test
    void fewWaitForCompanyAfterTheInterval() {
        Pace pace = new Pace(AT_ONCE, DAY, 2);

        pace.begin();

        assertThat(pace.left(1)).isBetween(Duration.ofHours(23).toNanos(), DAY.toNanos());
        assertThat(pace.left(2)).isNotPositive();
    }

    @Test
    void afterAQuietTimeEvenOneGoesAtOnce() {
        Pace pace = new Pace(AT_ONCE, AT_ONCE, 2);

        pace.begin();

        assertThat(pace.left(1)).isNotPositive();
    }
}
