package org.yiqiao.support.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies a token that comes again not more than once a minute, and never takes one as verified after it has expired.
 * Only tokens that were found good are kept, and only so many.
 */
final class RecentTokens implements JwtDecoder {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 2_000;

    private final JwtDecoder verifier;
    private final Cache<String, Jwt> recent;

    RecentTokens(JwtDecoder verifier, Clock clock) {
        this.verifier = verifier;
        this.recent = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.<String, Jwt>creating((token, verified) -> left(verified, clock)))
                .build();
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = recent.getIfPresent(token);
        if (known != null) {
            return known;
        }
        Jwt verified = verifier.decode(token);
        recent.put(token, verified);
        return verified;
    }

    private static Duration left(Jwt verified, Clock clock) {
        if (verified.getExpiresAt() == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), verified.getExpiresAt());
        return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }
}
