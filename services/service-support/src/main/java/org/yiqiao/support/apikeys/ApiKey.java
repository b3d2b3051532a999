package org.yiqiao.support.apikeys;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiqiao.access.Caller;
import org.yiqiao.contracts.Post;
import org.yiqiao.edge.limits.RateLimit;
import org.yiqiao.edge.limits.ReadWriteRateLimits;

/**
 * An issued API key, without the key text.
 *
 * @param name name of the holder, which is a program and not a person
 * @param visiblePrefix first letters of the key
 * @param post the single post of the key, a resident of a place; the column for keys in the access policy lists its
 *     permissions
 * @param path codes from the township down to that place; the place owns the key
 * @param perSecond sustained rate of calls per second; the burst is ten times as high
 */
record ApiKey(
        String id,
        String name,
        String visiblePrefix,
        Post post,
        List<String> path,
        long perSecond,
        String issuer,
        Instant issuedAt,
        @Nullable Instant revokedAt) {

    private static final String CALLER_PREFIX = "key:";
    private static final int BURST_FACTOR = 10;

    /** Returns the caller as which a client with this key is authenticated. */
    Caller caller() {
        return new Caller(CALLER_PREFIX + id, Set.of(post), true);
    }

    ReadWriteRateLimits rateLimits() {
        RateLimit rate = new RateLimit(perSecond, BURST_FACTOR * perSecond);
        return new ReadWriteRateLimits(rate, rate);
    }
}
