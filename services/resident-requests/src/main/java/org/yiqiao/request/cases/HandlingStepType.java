package org.yiqiao.request.cases;

/** The type of a step in the handling of a case. */
public enum HandlingStepType {
    /** Dispatched to a handler (派遣). */
    DISPATCHED,
    /** Accepted by the handler. */
    ACCEPTED,
    /** Handed over to the new chief of the grid (移交). */
    HANDED_OVER,
    /** Taken back to be dispatched again, because the grid has no chief. */
    DISPATCH_REVOKED,
    /** Reported as resolved (反馈). */
    RESOLVED,
    /** Verified (核查). */
    VERIFIED,
    /** Found unsolved by the verification. */
    VERIFICATION_FAILED,
    /** Closed (结案). */
    CLOSED,
    /** Rated by the resident (评价). */
    RATED,
    /** Reopened (重办). */
    REOPENED,
    /** A social organization started to help. */
    HELP_ARRANGED,
    /** A social organization stopped helping. */
    HELP_ENDED,
    /** The offer of a social organization came after the closing. */
    HELP_DECLINED
}
