package org.yiqiao.edge.limits;

import io.github.bucket4j.Bucket;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/**
 * How many calls are let in.
 *
 * @param perSecond for as long as one likes
 * @param burst at once, by who has not called for a while
 */
public record RateLimit(@Positive long perSecond, @Positive long burst) {

    Bucket createBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
