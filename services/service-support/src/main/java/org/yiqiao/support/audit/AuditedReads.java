package org.yiqiao.support.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.yiqiao.support.access.Caller;
import org.yiqiao.support.web.Refused;

/** Audits that somebody is shown what is personal, before it is shown; if that cannot be, it is not shown. */
public final class AuditedReads {

    private final AuditTrail trail;
    private final Clock clock;

    AuditedReads(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Audits a read, as part of the request that this thread is answering; its purpose is the header {@code X-Purpose}.
     *
     * @param person whose it is, by pseudonymous id
     * @param fields names of what is shown, never the content
     * @throws Refused with {@code purpose.missing} if the request states none
     */
    public void record(Caller caller, String person, List<String> fields) {
        HttpServletRequest request = Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(asked -> ((ServletRequestAttributes) asked).getRequest())
                .orElseThrow(() -> new IllegalStateException("Nobody asks for it"));
        AuditedCall.requirePurpose(request);
        Entry read = AuditedCall.of(request, AuditBefore.operation(request), clock.instant());
        trail.record(new Entry(
                read.at(),
                read.operation(),
                person,
                caller.id(),
                AuditedCall.posts(caller),
                read.address(),
                read.purpose(),
                read.correlation(),
                0,
                "",
                String.join(" ", fields)));
    }
}
