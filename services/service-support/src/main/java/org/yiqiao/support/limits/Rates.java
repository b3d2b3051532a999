package org.yiqiao.support.limits;

import jakarta.validation.Valid;

/** What one caller may do: read, and write. */
public record Rates(@Valid Rate reads, @Valid Rate writes) {

    private static final String ATTRIBUTE = Rates.class.getName();

    /** The name of the request's attribute with which an authentication brings rates of its own along. */
    public static String attribute() {
        return ATTRIBUTE;
    }
}
