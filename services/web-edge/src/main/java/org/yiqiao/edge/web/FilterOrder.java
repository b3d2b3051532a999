package org.yiqiao.edge.web;

import org.springframework.core.Ordered;

/**
 * The order of the servlet filters. The security filter chain runs between {@link #AUDIT} and {@link
 * #CALLER_RATE_LIMIT}.
 */
public final class FilterOrder {

    /** After the filter that evaluates the headers of a proxy, so that addresses are those of the clients. */
    public static final int SECURITY_HEADERS = Ordered.HIGHEST_PRECEDENCE + 100;

    public static final int CORS = SECURITY_HEADERS + 10;
    static final int MALFORMED_HEADERS = SECURITY_HEADERS + 15;
    public static final int ADDRESS_RATE_LIMIT = SECURITY_HEADERS + 20;
    public static final int AUDIT = SECURITY_HEADERS + 30;
    public static final int CALLER_RATE_LIMIT = -50;

    private FilterOrder() {}
}
