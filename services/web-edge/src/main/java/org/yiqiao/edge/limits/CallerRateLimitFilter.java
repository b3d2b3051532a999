package org.yiqiao.edge.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yiqiao.access.Caller;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.edge.web.FilterProblemResponder;
import org.yiqiao.edge.web.SafeHttpMethods;
import org.yiqiao.edge.web.TooManyRequestsException;

/** Rate-limits authenticated callers by id and anonymous callers by client address; runs after authentication. */
final class CallerRateLimitFilter extends OncePerRequestFilter {

    private final RateLimitProperties limits;
    private final FilterProblemResponder problemResponder;
    private final RateLimitBuckets reads = new RateLimitBuckets();
    private final RateLimitBuckets writes = new RateLimitBuckets();

    CallerRateLimitFilter(RateLimitProperties limits, FilterProblemResponder problemResponder) {
        this.limits = limits;
        this.problemResponder = problemResponder;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String caller = Caller.of(request).id();
        ReadWriteRateLimits callerLimits = findLimits(request, caller);
        String key = caller.equals(DecisionContext.ANONYMOUS) ? "address " + AddressRateLimitKey.of(request) : caller;
        try {
            if (SafeHttpMethods.isSafe(request)) {
                reads.consume(key, callerLimits.reads());
            } else {
                writes.consume(key, callerLimits.writes());
            }
        } catch (TooManyRequestsException exceeded) {
            problemResponder.respond(request, response, exceeded);
            return;
        }
        chain.doFilter(request, response);
    }

    private ReadWriteRateLimits findLimits(HttpServletRequest request, String caller) {
        return request.getAttribute(ReadWriteRateLimits.attributeName()) instanceof ReadWriteRateLimits requestLimits
                ? requestLimits
                : Objects.requireNonNullElse(limits.callers().get(caller), limits.caller());
    }
}
