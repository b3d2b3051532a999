package org.yiqiao.audit;

import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yiqiao.edge.web.ProblemCodeAttribute;
import org.yiqiao.edge.web.RejectedException;
import org.yiqiao.edge.web.SafeHttpMethods;

/**
 * Writes to the audit what was refused: a second entry that refers to the first. A write that was turned away before it
 * had a first one, for want of a token, has one entry; of those only some a minute, lest strangers fill the audit.
 */
final class RefusedRequestAuditFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(RefusedRequestAuditFilter.class);
    private static final int STRANGERS_A_MINUTE = 30;

    private final AuditRecorder trail;
    private final Clock clock;
    private final Counter unrecordedRefusals;
    private final Bucket strangers = Bucket.builder()
            .addLimit(
                    limit -> limit.capacity(STRANGERS_A_MINUTE).refillGreedy(STRANGERS_A_MINUTE, Duration.ofMinutes(1)))
            .build();

    RefusedRequestAuditFilter(AuditRecorder trail, Clock clock, MeterRegistry meters) {
        this.trail = trail;
        this.clock = clock;
        this.unrecordedRefusals = Counter.builder("yiqiao.audit.strangers")
                .description("Writes turned away for want of a token, beyond those that the audit shows")
                .register(meters);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            if (status >= HttpServletResponse.SC_BAD_REQUEST) {
                recordRefusal(request, status);
            }
        }
    }

    private void recordRefusal(HttpServletRequest request, int status) {
        String code = ProblemCodeAttribute.find(request).orElse("http." + status);
        Instant now = clock.instant();
        Optional<AuditEntry> entry = RequestAudit.findRecordedEntry(request)
                .map(audited -> audited.entry().createRefusal(audited.seq(), code, now))
                .or(() -> createUnauthorizedEntry(request, status, code, now));
        try {
            entry.ifPresent(trail::record);
        } catch (RejectedException e) {
            log.error("That a call was refused with {} could not be audited", code, e);
        }
    }

    private Optional<AuditEntry> createUnauthorizedEntry(
            HttpServletRequest request, int status, String code, Instant now) {
        boolean denied = status == HttpServletResponse.SC_UNAUTHORIZED || status == HttpServletResponse.SC_FORBIDDEN;
        if (!denied || SafeHttpMethods.isSafe(request)) {
            return Optional.empty();
        }
        if (!strangers.tryConsume(1)) {
            unrecordedRefusals.increment();
            return Optional.empty();
        }
        return Optional.of(RequestAudit.createUnauthorizedEntry(request, code, now));
    }
}
