package org.yiqiao.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** The correlation id of an HTTP request, shared by all events and audit entries that result from it. */
public final class CorrelationId {

    private static final String ATTRIBUTE = CorrelationId.class.getName();

    private CorrelationId() {}

    /** Returns the correlation id of the request; always the same id for the same request. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String existing) {
            return existing;
        }
        String created = UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, created);
        return created;
    }
}
