package org.yiqiao.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.yiqiao.access.PolicyOperationResolver;
import org.yiqiao.edge.web.SafeHttpMethods;

/**
 * Records every write and every export in the audit, before the call is authorized and executed. So no such call is
 * executed without an entry, wherever the process dies. A call that cannot be audited is not executed.
 */
final class AuditInterceptor implements HandlerInterceptor {

    /** Suffix of the operations that export many records at once. */
    private static final String EXPORT = ".export";

    private final AuditRecorder recorder;
    private final Clock clock;

    AuditInterceptor(AuditRecorder recorder, Clock clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && RequestAuditEntryFactory.findRecordedEntry(request).isEmpty()) {
            String operation = operation(method, request);
            if (!SafeHttpMethods.isSafe(request) || operation.endsWith(EXPORT)) {
                AuditEntry entry = RequestAuditEntryFactory.createEntry(request, operation, clock.instant());
                RequestAuditEntryFactory.setRecordedEntry(
                        request, new RequestAuditEntryFactory.RecordedEntry(recorder.record(entry), entry));
                RequestAuditEntryFactory.checkPurpose(request);
            }
        }
        return true;
    }

    /** Returns the operation of the endpoint that answers a request, or the HTTP method if the endpoint has none. */
    static String operation(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod endpoint
                ? operation(endpoint, request)
                : request.getMethod();
    }

    private static String operation(HandlerMethod method, HttpServletRequest request) {
        return PolicyOperationResolver.resolve(method).orElseGet(request::getMethod);
    }
}
