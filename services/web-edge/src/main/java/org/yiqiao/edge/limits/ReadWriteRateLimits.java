package org.yiqiao.edge.limits;

import jakarta.validation.Valid;

/** The rate limits of one caller, separate for reads and writes. */
public record ReadWriteRateLimits(
        @Valid RateLimit reads, @Valid RateLimit writes) {

    private static final String ATTRIBUTE = ReadWriteRateLimits.class.getName();

    /** Returns the name of the request attribute in which an authentication filter sets limits of its own. */
    public static String attributeName() {
        return ATTRIBUTE;
    }
}
