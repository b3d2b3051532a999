package org.yiqiao.edge.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.yiqiao.edge.web.TooManyRequestsException;

/**
 * Holds one token bucket for each key, for a bounded number of keys. A client that invents new keys evicts other keys,
 * which then start with a full bucket. The bound limits the memory that such a client can consume.
 */
final class RateLimitBuckets {

    private static final long MAX_KEYS = 50_000;
    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(10);
    private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final Cache<String, Bucket> byKey = Caffeine.newBuilder()
            .maximumSize(MAX_KEYS)
            .expireAfterAccess(IDLE_TIMEOUT)
            .build();

    /**
     * Consumes one token from the bucket of the key. Creates the bucket with the limit on first use.
     *
     * @throws TooManyRequestsException if the bucket is empty
     */
    void consume(String key, RateLimit limit) {
        ConsumptionProbe probe = byKey.get(key, any -> limit.createBucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequestsException(Math.ceilDiv(probe.getNanosToWaitForRefill(), NANOS_PER_SECOND));
        }
    }
}
