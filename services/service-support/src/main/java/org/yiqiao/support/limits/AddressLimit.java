package org.yiqiao.support.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yiqiao.support.web.TooMany;
import org.yiqiao.support.web.Turnstile;

/** Holds up an address that calls more often than any household, office or program should, before anything else is done. */
final class AddressLimit extends OncePerRequestFilter {

    private final Rate rate;
    private final Turnstile turnstile;
    private final Buckets buckets = new Buckets();

    AddressLimit(Rate rate, Turnstile turnstile) {
        this.rate = rate;
        this.turnstile = turnstile;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            buckets.take(ClientAddress.of(request), rate);
        } catch (TooMany tooMany) {
            turnstile.refuse(request, response, tooMany);
            return;
        }
        chain.doFilter(request, response);
    }
}
