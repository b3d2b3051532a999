package org.yiqiao.support.web;

import org.springframework.core.Ordered;

/** What a request passes, one after the other; the security filter chain is between {@link #AUDIT} and {@link #CALLER}. */
public final class EdgeOrder {

    /** Behind the filter that reads a proxy's headers, so that addresses are the clients'. */
    public static final int HEADERS = Ordered.HIGHEST_PRECEDENCE + 100;

    public static final int CORS = HEADERS + 10;
    public static final int ADDRESS = HEADERS + 20;
    public static final int AUDIT = HEADERS + 30;
    public static final int CALLER = -50;

    private EdgeOrder() {}
}
