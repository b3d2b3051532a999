package org.yiqiao.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Distinguishes safe methods, which change nothing, from all other methods (RFC 9110, 9.2.1). */
public final class SafeHttpMethods {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private SafeHttpMethods() {}

    public static boolean isSafe(HttpServletRequest request) {
        return SAFE_METHODS.contains(request.getMethod());
    }
}
