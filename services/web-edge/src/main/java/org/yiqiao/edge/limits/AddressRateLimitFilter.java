package org.yiqiao.edge.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yiqiao.edge.web.FilterProblemResponder;
import org.yiqiao.edge.web.TooManyRequestsException;

/**
 * Rate-limits each client address before authentication. The limit lies above the rate that a household, an office or a
 * program needs.
 */
final class AddressRateLimitFilter extends OncePerRequestFilter {

    private final RateLimit limit;
    private final FilterProblemResponder problemResponder;
    private final RateLimitBuckets buckets = new RateLimitBuckets();

    AddressRateLimitFilter(RateLimit limit, FilterProblemResponder problemResponder) {
        this.limit = limit;
        this.problemResponder = problemResponder;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            buckets.consume(AddressRateLimitKey.of(request), limit);
        } catch (TooManyRequestsException exceeded) {
            problemResponder.respond(request, response, exceeded);
            return;
        }
        chain.doFilter(request, response);
    }
}
