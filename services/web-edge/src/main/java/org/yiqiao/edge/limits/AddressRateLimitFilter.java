package org.yiqiao.edge.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yiqiao.edge.web.FilterProblemResponder;
import org.yiqiao.edge.web.TooManyRequestsException;

/** Holds up an address that calls more often than any household, office or program should, before anything else is done. */
final class AddressRateLimitFilter extends OncePerRequestFilter {

    private final RateLimit rate;
    private final FilterProblemResponder turnstile;
    private final RateLimitBuckets buckets = new RateLimitBuckets();

    AddressRateLimitFilter(RateLimit rate, FilterProblemResponder turnstile) {
        this.rate = rate;
        this.turnstile = turnstile;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            buckets.consume(ClientAddressKey.of(request), rate);
        } catch (TooManyRequestsException tooMany) {
            turnstile.respond(request, response, tooMany);
            return;
        }
        chain.doFilter(request, response);
    }
}
