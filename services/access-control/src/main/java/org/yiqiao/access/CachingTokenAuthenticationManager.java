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
 * Authenticates callers by bearer token and caches the results. A cached token is verified at most once a minute, and
 * is never accepted from the cache after its expiry. Only valid tokens are cached, up to a fixed number. Thread-safe.
 */
final class CachingTokenAuthenticationManager implements AuthenticationManager {

    private static final Duration MAX_CACHE_TIME = Duration.ofMinutes(1);
    private static final int MAX_CACHED_TOKENS = 2_000;

    private final JwtAuthenticationProvider verifier;
    private final Cache<String, Authentication> authentications;

    CachingTokenAuthenticationManager(JwtDecoder decoder, Clock clock) {
        this.verifier = new JwtAuthenticationProvider(decoder);
        verifier.setJwtAuthenticationConverter(CachingTokenAuthenticationManager::toAuthentication);
        this.authentications = Caffeine.newBuilder()
                .maximumSize(MAX_CACHED_TOKENS)
                .expireAfter(
                        Expiry.<String, Authentication>creating((token, verified) -> cacheDuration(verified, clock)))
                .build();
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        String token = ((BearerTokenAuthenticationToken) authentication).getToken();
        Authentication cached = authentications.getIfPresent(token);
        if (cached != null) {
            return cached;
        }
        Authentication verified = Objects.requireNonNull(verifier.authenticate(authentication));
        authentications.put(token, verified);
        return verified;
    }

    private static AbstractAuthenticationToken toAuthentication(Jwt verified) {
        return Caller.of(verified).toAuthentication(verified);
    }

    private static Duration cacheDuration(Authentication verified, Clock clock) {
        Instant expiry = verified.getCredentials() instanceof Jwt token ? token.getExpiresAt() : null;
        if (expiry == null) {
            return Duration.ZERO;
        }
        Duration remaining = Duration.between(clock.instant(), expiry);
        return remaining.isNegative()
                ? Duration.ZERO
                : remaining.compareTo(MAX_CACHE_TIME) < 0 ? remaining : MAX_CACHE_TIME;
    }
}
