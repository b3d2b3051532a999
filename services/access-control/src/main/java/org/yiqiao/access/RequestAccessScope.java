package org.yiqiao.access;

import jakarta.servlet.http.HttpServletRequest;
import org.yiqiao.core.access.AccessScope;

/** The access scope of a caller for the operation that a request asks for. */
public final class RequestAccessScope {

    private static final String ATTRIBUTE = RequestAccessScope.class.getName();

    private RequestAccessScope() {}

    /** Returns the access scope of a request; {@link AccessScope#NONE} unless the policy was applied before. */
    public static AccessScope of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof AccessScope accessScope ? accessScope : AccessScope.NONE;
    }

    static void set(HttpServletRequest request, AccessScope accessScope) {
        request.setAttribute(ATTRIBUTE, accessScope);
    }
}
