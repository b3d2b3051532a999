package org.yiqiao.request.intake.imports;

/** The outcome of one row of an import. Every row that is read has exactly one outcome. */
enum RowOutcome {
    /** The row created a request. */
    IMPORTED,
    /** The row closed or reopened a known request. */
    UPDATED,
    /** The row describes a known request and says nothing newer about it. */
    UNCHANGED,
    /** The row was not applied to a known request, and the report names the cause. */
    CONFLICT,
    /** The row is not valid. */
    REJECTED
}
