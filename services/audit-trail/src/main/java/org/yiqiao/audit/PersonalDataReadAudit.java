package org.yiqiao.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.yiqiao.access.Caller;
import org.yiqiao.edge.web.RejectedException;

/** Audits every read of personal data before the data is shown. Data is not shown if the read cannot be audited. */
public final class PersonalDataReadAudit {

    private final AuditRecorder recorder;
    private final Clock clock;

    PersonalDataReadAudit(AuditRecorder recorder, Clock clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    /**
     * Records a read as part of the request of the current thread. The header {@code X-Purpose} states its purpose.
     *
     * @param person pseudonymous id of the data subject
     * @param fields names of the fields that are shown, never their content
     * @throws RejectedException with {@code purpose.missing} if the request states no purpose, or with
     *     {@link AuditRecorder#UNAVAILABLE} if the read cannot be audited
     * @throws IllegalStateException if the current thread is not answering a request
     */
    public void recordRead(Caller caller, String person, List<String> fields) {
        HttpServletRequest request = Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(attributes -> ((ServletRequestAttributes) attributes).getRequest())
                .orElseThrow(() -> new IllegalStateException("Personal data can be read only within a request"));
        RequestAuditEntryFactory.requirePurpose(request);
        AuditEntry read =
                RequestAuditEntryFactory.createEntry(request, AuditInterceptor.operation(request), clock.instant());
        recorder.record(new AuditEntry(
                read.at(),
                read.operation(),
                person,
                caller.id(),
                RequestAuditEntryFactory.joinPosts(caller),
                read.address(),
                read.purpose(),
                read.correlation(),
                0,
                "",
                String.join(" ", fields)));
    }
}
