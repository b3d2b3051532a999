package org.yiqiao.core.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void theFirstGoesAtOnceAndTheNextAnIntervalLater() {
        Pace pace = new Pace(Duration.ofHours(1));
        assertThat(pace.left()).isNotPositive();

        pace.begin();

        assertThat(pace.left())
                .isBetween(Duration.ofMinutes(50).toNanos(), Duration.ofHours(1).toNanos());
    }

    @Test
    void afterAQuietTimeItGoesAtOnceAgain() {
        Pace pace = new Pace(Duration.ofNanos(1));
        pace.begin();

        assertThat(pace.left()).isNotPositive();
    }
}
