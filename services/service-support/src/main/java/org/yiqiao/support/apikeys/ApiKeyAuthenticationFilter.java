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
import org.yiqiao.edge.limits.AddressRateLimitKey;
import org.yiqiao.edge.limits.ReadWriteRateLimits;
import org.yiqiao.edge.web.FilterProblemResponder;
import org.yiqiao.edge.web.TooManyRequestsException;

/**
 * Authenticates requests by API key, on the paths that accept keys and only without an {@code Authorization} header. An
 * address that presents wrong keys is rate-limited. A valid key from that address is still accepted, since several
 * clients can share one address.
 */
final class ApiKeyAuthenticationFilter extends OncePerRequestFilter {

    private static final int MAX_FAILURES_PER_MINUTE = 30;
    private static final long MAX_ADDRESSES = 50_000;

    private final ApiKeyRepository keys;
    private final ApiKeyEndpoints api;
    private final FilterProblemResponder problemResponder;
    private final Cache<String, Bucket> failedAttempts = Caffeine.newBuilder()
            .maximumSize(MAX_ADDRESSES)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    ApiKeyAuthenticationFilter(ApiKeyRepository keys, ApiKeyEndpoints api, FilterProblemResponder problemResponder) {
        this.keys = keys;
        this.api = api;
        this.problemResponder = problemResponder;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !api.contains(request.getRequestURI()) || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> presentedKey = ApiKeyHidingFilter.findApiKey(request);
        if (presentedKey.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ApiKey> key = keys.findActive(presentedKey.get());
        if (key.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problemResponder.respond(request, response, createRefusal(request));
            return;
        }
        authenticate(key.get(), request);
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private RuntimeException createRefusal(HttpServletRequest request) {
        Bucket failures = failedAttempts.get(AddressRateLimitKey.of(request), any -> createFailureBucket());
        return failures.tryConsume(1)
                ? new BadCredentialsException("Unknown API key")
                : new TooManyRequestsException(Duration.ofMinutes(1).toSeconds() / MAX_FAILURES_PER_MINUTE);
    }

    private static void authenticate(ApiKey key, HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(key.caller().toAuthentication(""));
        SecurityContextHolder.setContext(context);
        request.setAttribute(ReadWriteRateLimits.attributeName(), key.rateLimits());
        request.setAttribute(ApiKeyScopeCheck.SCOPE_ATTRIBUTE, key.post().scope());
    }

    private static Bucket createFailureBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(MAX_FAILURES_PER_MINUTE)
                        .refillGreedy(MAX_FAILURES_PER_MINUTE, Duration.ofMinutes(1)))
                .build();
    }
}
