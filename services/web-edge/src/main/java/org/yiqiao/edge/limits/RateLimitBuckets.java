package org.yiqiao.edge.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.yiqiao.edge.web.TooManyRequestsException;

/**
 * One bucket for each key, of as many keys as fit: who makes up new ones pushes others out, which start with a full bucket
 * again. What that costs is bounded.
 */
final class RateLimitBuckets {

    private static final long MOST = 50_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);
    private static final long NANOS_A_SECOND = Duration.ofSeconds(1).toNanos();

    private final Cache<String, Bucket> byKey =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(FORGOTTEN).build();

    /** Takes one from the key's bucket, which is made with the rate when it is first asked for. */
    void consume(String key, RateLimit rate) {
        ConsumptionProbe probe = byKey.get(key, any -> rate.createBucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequestsException(Math.ceilDiv(probe.getNanosToWaitForRefill(), NANOS_A_SECOND));
        }
    }
}
