package org.yiqiao.edge.limits;

import io.github.bucket4j.Bucket;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/**
 * The rate at which calls are accepted.
 *
 * @param perSecond sustained rate
 * @param burst calls accepted at once after a period without calls
 */
public record RateLimit(@Positive long perSecond, @Positive long burst) {

    Bucket createBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
