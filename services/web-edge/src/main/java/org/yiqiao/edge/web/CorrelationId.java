package org.yiqiao.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** The id that everything has in common which a request leads to: its events, its audit. */
public final class CorrelationId {

    private static final String ATTRIBUTE = CorrelationId.class.getName();

    private CorrelationId() {}

    /** For the same request always the same. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String made) {
            return made;
        }
        String made = UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, made);
        return made;
    }
}
