package org.yiqiao.audit;

import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
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
 * Records refused calls in the audit, as a second entry that refers to the first. A write that was rejected before its
 * first entry, for lack of a token, has one entry. The number of these entries per minute is limited, so that strangers
 * cannot fill the audit.
 */
final class RefusedRequestAuditFilter extends OncePerRequestFilter {

    private static final String FORMER_METRIC_NAME = "yiqiao.audit.strangers";

    private static final Logger log = LoggerFactory.getLogger(RefusedRequestAuditFilter.class);
    private static final int MAX_STRANGERS_PER_MINUTE = 30;

    private final AuditRecorder recorder;
    private final Clock clock;
    private final Counter unrecordedRefusals;
    private final Bucket strangers = Bucket.builder()
            .addLimit(limit -> limit.capacity(MAX_STRANGERS_PER_MINUTE)
                    .refillGreedy(MAX_STRANGERS_PER_MINUTE, Duration.ofMinutes(1)))
            .build();

    RefusedRequestAuditFilter(AuditRecorder recorder, Clock clock, MeterRegistry meters) {
        this.recorder = recorder;
        this.clock = clock;
        this.unrecordedRefusals = Counter.builder("yiqiao.audit.refusals.unrecorded")
                .description("Writes rejected for lack of a token that have no entry in the audit")
                .register(meters);
        FunctionCounter.builder(FORMER_METRIC_NAME, unrecordedRefusals, Counter::count)
                .description("The former name of yiqiao.audit.refusals.unrecorded")
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
        Optional<AuditEntry> entry = RequestAuditEntryFactory.findRecordedEntry(request)
                .map(recorded -> recorded.entry().createRefusal(recorded.seq(), code, now))
                .or(() -> createUnauthorizedEntry(request, status, code, now));
        try {
            entry.ifPresent(recorder::record);
        } catch (RejectedException e) {
            log.error("The refusal of a call with {} could not be audited", code, e);
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
        return Optional.of(RequestAuditEntryFactory.createUnauthorizedEntry(request, code, now));
    }
}
