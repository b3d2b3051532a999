package org.yiqiao.support.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yiqiao.support.limits.ClientAddress;
import org.yiqiao.support.limits.Rates;
import org.yiqiao.support.web.TooMany;
import org.yiqiao.support.web.Turnstile;

/**
 * Signs a request in by the key that it shows, where keys are taken and no token is shown. An address that shows wrong keys
 * is told to wait; a right one is taken from there all the same, for others may be behind the same address.
 */
final class KeyAuthentication extends OncePerRequestFilter {

    private static final int WRONG_A_MINUTE = 30;
    private static final long MOST_ADDRESSES = 50_000;

    private final ApiKeys keys;
    private final KeyedApi api;
    private final Turnstile turnstile;
    private final Cache<String, Bucket> wrong = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    KeyAuthentication(ApiKeys keys, KeyedApi api, Turnstile turnstile) {
        this.keys = keys;
        this.api = api;
        this.turnstile = turnstile;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !api.holds(request.getRequestURI()) || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> shown = HiddenKey.of(request);
        if (shown.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ApiKey> key = keys.shown(shown.get());
        if (key.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            turnstile.refuse(request, response, refusal(request));
            return;
        }
        signIn(key.get(), request);
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private RuntimeException refusal(HttpServletRequest request) {
        Bucket mistakes = wrong.get(ClientAddress.of(request), any -> allowance());
        return mistakes.tryConsume(1)
                ? new BadCredentialsException("No such key")
                : new TooMany(Duration.ofMinutes(1).toSeconds() / WRONG_A_MINUTE);
    }

    private static void signIn(ApiKey key, HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(key.caller().signedInWith(""));
        SecurityContextHolder.setContext(context);
        request.setAttribute(Rates.attribute(), key.rates());
        request.setAttribute(KeyPlace.ATTRIBUTE, key.post().scope());
    }

    private static Bucket allowance() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(WRONG_A_MINUTE).refillGreedy(WRONG_A_MINUTE, Duration.ofMinutes(1)))
                .build();
    }
}
