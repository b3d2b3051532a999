package org.yiqiao.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/**
 * Finds out who shows a bearer token. One that comes again is verified not more than once a minute, and never taken
 * after it has expired; only those that were found good are kept, and only so many.
 */
final class CachingTokenAuthenticationManager implements AuthenticationManager {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 2_000;

    private final JwtAuthenticationProvider verifier;
    private final Cache<String, Authentication> recent;

    CachingTokenAuthenticationManager(JwtDecoder tokens, Clock clock) {
        this.verifier = new JwtAuthenticationProvider(tokens);
        verifier.setJwtAuthenticationConverter(CachingTokenAuthenticationManager::toAuthentication);
        this.recent = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(
                        Expiry.<String, Authentication>creating((token, verified) -> cacheDuration(verified, clock)))
                .build();
    }

    @Override
    public Authentication authenticate(Authentication shown) {
        String token = ((BearerTokenAuthenticationToken) shown).getToken();
        Authentication known = recent.getIfPresent(token);
        if (known != null) {
            return known;
        }
        Authentication verified = Objects.requireNonNull(verifier.authenticate(shown));
        recent.put(token, verified);
        return verified;
    }

    private static AbstractAuthenticationToken toAuthentication(Jwt verified) {
        return Caller.of(verified).toAuthentication(verified);
    }

    private static Duration cacheDuration(Authentication verified, Clock clock) {
        Instant end = verified.getCredentials() instanceof Jwt token ? token.getExpiresAt() : null;
        if (end == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }
}
