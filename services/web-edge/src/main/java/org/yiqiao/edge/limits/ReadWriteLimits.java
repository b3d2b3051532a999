package org.yiqiao.edge.limits;

import jakarta.validation.Valid;

/** What one caller may do: read, and write. */
public record ReadWriteLimits(@Valid RateLimit reads, @Valid RateLimit writes) {

    private static final String ATTRIBUTE = ReadWriteLimits.class.getName();

    /** The name of the request's attribute with which an authentication brings rates of its own along. */
    public static String attributeName() {
        return ATTRIBUTE;
    }
}
