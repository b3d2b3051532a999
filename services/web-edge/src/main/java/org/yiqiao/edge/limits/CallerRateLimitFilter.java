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

/** Holds up who calls too often, once it is known who calls; whom nobody knows is told apart by the address. */
final class CallerRateLimitFilter extends OncePerRequestFilter {

    private final RateLimitProperties limits;
    private final FilterProblemResponder turnstile;
    private final RateLimitBuckets reads = new RateLimitBuckets();
    private final RateLimitBuckets writes = new RateLimitBuckets();

    CallerRateLimitFilter(RateLimitProperties limits, FilterProblemResponder turnstile) {
        this.limits = limits;
        this.turnstile = turnstile;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String caller = Caller.of(request).id();
        ReadWriteLimits rates = findLimits(request, caller);
        String key = caller.equals(DecisionContext.ANONYMOUS) ? "address " + ClientAddressKey.of(request) : caller;
        try {
            if (SafeHttpMethods.isSafe(request)) {
                reads.consume(key, rates.reads());
            } else {
                writes.consume(key, rates.writes());
            }
        } catch (TooManyRequestsException tooMany) {
            turnstile.respond(request, response, tooMany);
            return;
        }
        chain.doFilter(request, response);
    }

    private ReadWriteLimits findLimits(HttpServletRequest request, String caller) {
        return request.getAttribute(ReadWriteLimits.attributeName()) instanceof ReadWriteLimits own
                ? own
                : Objects.requireNonNullElse(limits.callers().get(caller), limits.caller());
    }
}
