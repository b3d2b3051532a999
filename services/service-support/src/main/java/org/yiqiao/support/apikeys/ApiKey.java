package org.yiqiao.support.apikeys;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiqiao.access.Caller;
import org.yiqiao.contracts.Post;
import org.yiqiao.edge.limits.RateLimit;
import org.yiqiao.edge.limits.ReadWriteLimits;

/**
 * A key that was issued; the key itself is not in it.
 *
 * @param name what its holder is called; a program, no person
 * @param visiblePrefix the first letters of the key
 * @param post the one post that it holds: a resident's, in a place; what it opens is the policy's column of keys
 * @param path the codes from the township down to that place, to which the key belongs
 * @param perSecond calls that it may make for as long as it likes, and ten times as many at once
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

    private static final String CALLER = "key:";
    private static final int BURST = 10;

    /** Who calls with it. */
    Caller caller() {
        return new Caller(CALLER + id, Set.of(post), true);
    }

    ReadWriteLimits rateLimits() {
        RateLimit rate = new RateLimit(perSecond, BURST * perSecond);
        return new ReadWriteLimits(rate, rate);
    }
}
