package org.yiqiao.support.access;

import jakarta.servlet.http.HttpServletRequest;
import org.yiqiao.core.access.Reach;

/** How far the caller of a request reaches with what it asks for. */
public final class Access {

    private static final String REACH = Access.class.getName() + ".reach";

    private Access() {}

    /** Nowhere, unless the policy was asked before the endpoint was called. */
    public static Reach reach(HttpServletRequest request) {
        return request.getAttribute(REACH) instanceof Reach reach ? reach : Reach.NOWHERE;
    }

    static void decided(HttpServletRequest request, Reach reach) {
        request.setAttribute(REACH, reach);
    }
}
