package org.yiqiao.core.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchThrottleTest {

    private static final Duration NO_WAIT = Duration.ZERO;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void firstBatchStartsAtOnceAndNextAfterInterval() {
        BatchThrottle throttle = new BatchThrottle(HOUR, DAY, 2);
        assertThat(throttle.remainingNanos(1)).isNotPositive();

        throttle.startBatch();

        assertThat(throttle.remainingNanos(1)).isBetween(Duration.ofMinutes(50).toNanos(), HOUR.toNanos());
        assertThat(throttle.remainingNanos(2)).isBetween(Duration.ofMinutes(50).toNanos(), HOUR.toNanos());
    }

    @Test
    void smallBatchWaitsForTheLongerInterval() {
        BatchThrottle throttle = new BatchThrottle(NO_WAIT, DAY, 2);

        throttle.startBatch();

        assertThat(throttle.remainingNanos(1)).isBetween(Duration.ofHours(23).toNanos(), DAY.toNanos());
        assertThat(throttle.remainingNanos(2)).isNotPositive();
    }

    @Test
    void singleItemStartsAtOnceAfterIdleTime() {
        BatchThrottle throttle = new BatchThrottle(NO_WAIT, NO_WAIT, 2);

        throttle.startBatch();

        assertThat(throttle.remainingNanos(1)).isNotPositive();
    }
}
