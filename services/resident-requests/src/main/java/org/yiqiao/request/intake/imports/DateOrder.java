package org.yiqiao.request.intake.imports;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The order of day and month in a date that ends with the year. */
public enum DateOrder {
    @JsonProperty("month-first")
    MONTH_FIRST,
    @JsonProperty("day-first")
    DAY_FIRST
}
