package org.yiqiao.core.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchThrottleTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void firstBatchStartsAtOnceAndNextAfterInterval() {
        BatchThrottle pace = new BatchThrottle(HOUR, DAY, 2);
        assertThat(pace.remainingNanos(1)).isNotPositive();

        pace.startBatch();

        assertThat(pace.remainingNanos(1)).isBetween(Duration.ofMinutes(50).toNanos(), HOUR.toNanos());
        assertThat(pace.remainingNanos(2)).isBetween(Duration.ofMinutes(50).toNanos(), HOUR.toNanos());
    }

    @Test
    void smallBatchWaitsForTheLongerInterval() {
        BatchThrottle pace = new BatchThrottle(AT_ONCE, DAY, 2);

        pace.startBatch();

        assertThat(pace.remainingNanos(1)).isBetween(Duration.ofHours(23).toNanos(), DAY.toNanos());
        assertThat(pace.remainingNanos(2)).isNotPositive();
    }

    @Test
    void singleItemStartsAtOnceAfterIdleTime() {
        BatchThrottle pace = new BatchThrottle(AT_ONCE, AT_ONCE, 2);

        pace.startBatch();

        assertThat(pace.remainingNanos(1)).isNotPositive();
    }
}
