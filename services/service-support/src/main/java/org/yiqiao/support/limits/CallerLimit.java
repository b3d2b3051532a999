package org.yiqiao.support.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yiqiao.core.decider.Context;
import org.yiqiao.support.access.Caller;
import org.yiqiao.support.web.Reading;
import org.yiqiao.support.web.TooMany;
import org.yiqiao.support.web.Turnstile;

/** Holds up who calls too often, once it is known who calls; whom nobody knows is told apart by the address. */
final class CallerLimit extends OncePerRequestFilter {

    private final LimitProperties limits;
    private final Turnstile turnstile;
    private final Buckets reads = new Buckets();
    private final Buckets writes = new Buckets();

    CallerLimit(LimitProperties limits, Turnstile turnstile) {
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
        Rates rates = rates(request, caller);
        String key = caller.equals(Context.ANONYMOUS) ? "address " + ClientAddress.of(request) : caller;
        try {
            if (Reading.isAll(request)) {
                reads.take(key, rates.reads());
            } else {
                writes.take(key, rates.writes());
            }
        } catch (TooMany tooMany) {
            turnstile.refuse(request, response, tooMany);
            return;
        }
        chain.doFilter(request, response);
    }

    private Rates rates(HttpServletRequest request, String caller) {
        return request.getAttribute(Rates.attribute()) instanceof Rates own
                ? own
                : Objects.requireNonNullElse(limits.callers().get(caller), limits.caller());
    }
}
