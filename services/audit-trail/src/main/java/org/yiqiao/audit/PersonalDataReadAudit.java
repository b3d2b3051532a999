package org.yiqiao.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.yiqiao.access.Caller;
import org.yiqiao.edge.web.RejectedException;

/** Audits that somebody is shown what is personal, before it is shown; if that cannot be, it is not shown. */
public final class PersonalDataReadAudit {

    private final AuditRecorder trail;
    private final Clock clock;

    PersonalDataReadAudit(AuditRecorder trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Audits a read, as part of the request that this thread is answering; its purpose is the header {@code X-Purpose}.
     *
     * @param person whose it is, by pseudonymous id
     * @param fields names of what is shown, never the content
     * @throws RejectedException with {@code purpose.missing} if the request states none
     */
    public void recordRead(Caller caller, String person, List<String> fields) {
        HttpServletRequest request = Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(asked -> ((ServletRequestAttributes) asked).getRequest())
                .orElseThrow(() -> new IllegalStateException("Nobody asks for it"));
        RequestAudit.requirePurpose(request);
        AuditEntry read = RequestAudit.createEntry(request, AuditInterceptor.operation(request), clock.instant());
        trail.record(new AuditEntry(
                read.at(),
                read.operation(),
                person,
                caller.id(),
                RequestAudit.joinPosts(caller),
                read.address(),
                read.purpose(),
                read.correlation(),
                0,
                "",
                String.join(" ", fields)));
    }
}
