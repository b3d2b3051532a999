package org.yiqiao.support.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Tells calls that change nothing from those that may (RFC 9110, 9.2.1). */
public final class Reading {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private Reading() {}

    public static boolean isAll(HttpServletRequest request) {
        return METHODS.contains(request.getMethod());
    }
}
