package org.yiqiao.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The problem code of the response to a request, available to filters that record the outcome, such as the audit. */
public final class ProblemCodeAttribute {

    private static final String ATTRIBUTE = ProblemCodeAttribute.class.getName();

    private ProblemCodeAttribute() {}

    static void set(String code) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, code, RequestAttributes.SCOPE_REQUEST);
        }
    }

    public static Optional<String> find(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE));
    }
}
