package org.yiqiao.support.apikeys;

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
import org.yiqiao.edge.limits.ClientAddressKey;
import org.yiqiao.edge.limits.ReadWriteLimits;
import org.yiqiao.edge.web.FilterProblemResponder;
import org.yiqiao.edge.web.TooManyRequestsException;

/**
 * Signs a request in by the key that it shows, where keys are taken and no token is shown. An address that shows wrong keys
 * is told to wait; a right one is taken from there all the same, for others may be behind the same address.
 */
final class ApiKeyAuthenticationFilter extends OncePerRequestFilter {

    private static final int WRONG_A_MINUTE = 30;
    private static final long MOST_ADDRESSES = 50_000;

    private final ApiKeyRepository keys;
    private final ApiKeyEndpoints api;
    private final FilterProblemResponder turnstile;
    private final Cache<String, Bucket> failedAttempts = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    ApiKeyAuthenticationFilter(ApiKeyRepository keys, ApiKeyEndpoints api, FilterProblemResponder turnstile) {
        this.keys = keys;
        this.api = api;
        this.turnstile = turnstile;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !api.contains(request.getRequestURI()) || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> shown = ApiKeyExtractionFilter.findApiKey(request);
        if (shown.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ApiKey> key = keys.findActive(shown.get());
        if (key.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            turnstile.respond(request, response, createRefusal(request));
            return;
        }
        signIn(key.get(), request);
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private RuntimeException createRefusal(HttpServletRequest request) {
        Bucket mistakes = failedAttempts.get(ClientAddressKey.of(request), any -> createFailureBucket());
        return mistakes.tryConsume(1)
                ? new BadCredentialsException("No such key")
                : new TooManyRequestsException(Duration.ofMinutes(1).toSeconds() / WRONG_A_MINUTE);
    }

    private static void signIn(ApiKey key, HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(key.caller().toAuthentication(""));
        SecurityContextHolder.setContext(context);
        request.setAttribute(ReadWriteLimits.attributeName(), key.rateLimits());
        request.setAttribute(ApiKeyScopeCheck.SCOPE_ATTRIBUTE, key.post().scope());
    }

    private static Bucket createFailureBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(WRONG_A_MINUTE).refillGreedy(WRONG_A_MINUTE, Duration.ofMinutes(1)))
                .build();
    }
}
