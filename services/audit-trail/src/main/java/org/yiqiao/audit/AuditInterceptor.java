package org.yiqiao.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.yiqiao.access.OperationResolver;
import org.yiqiao.edge.web.SafeHttpMethods;

/**
 * Writes to the audit before a call is carried out, and before it is decided whether it may be: so that nothing is done
 * without an entry, wherever the process dies. A call that cannot be audited is not carried out.
 */
final class AuditInterceptor implements HandlerInterceptor {

    /** What takes many things at once out of the house. */
    private static final String EXPORT = ".export";

    private final AuditRecorder trail;
    private final Clock clock;

    AuditInterceptor(AuditRecorder trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && RequestAudit.findRecordedEntry(request).isEmpty()) {
            String operation = operation(method, request);
            if (!SafeHttpMethods.isSafe(request) || operation.endsWith(EXPORT)) {
                AuditEntry entry = RequestAudit.createEntry(request, operation, clock.instant());
                RequestAudit.setRecordedEntry(request, new RequestAudit.RecordedEntry(trail.record(entry), entry));
                RequestAudit.checkPurpose(request);
            }
        }
        return true;
    }

    /** What the endpoint is in the policy which answers a request. */
    static String operation(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod endpoint
                ? operation(endpoint, request)
                : request.getMethod();
    }

    private static String operation(HandlerMethod method, HttpServletRequest request) {
        return OperationResolver.resolve(method).orElseGet(request::getMethod);
    }
}
