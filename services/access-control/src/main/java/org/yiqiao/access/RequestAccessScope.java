package org.yiqiao.access;

import jakarta.servlet.http.HttpServletRequest;
import org.yiqiao.core.access.AccessScope;

/** How far the caller of a request reaches with what it asks for. */
public final class RequestAccessScope {

    private static final String REACH = RequestAccessScope.class.getName() + ".reach";

    private RequestAccessScope() {}

    /** Nowhere, unless the policy was asked before the endpoint was called. */
    public static AccessScope of(HttpServletRequest request) {
        return request.getAttribute(REACH) instanceof AccessScope reach ? reach : AccessScope.NONE;
    }

    static void set(HttpServletRequest request, AccessScope reach) {
        request.setAttribute(REACH, reach);
    }
}
