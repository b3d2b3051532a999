package org.yiqiao.request.cases;

/** The stage of a case in its closed loop. */
public enum CaseStage {
    /** Submitted (受理). */
    SUBMITTED,
    /** Opened as a case (立案). */
    CLASSIFIED,
    /** Dispatched to a handler (派遣) and not accepted yet. */
    DISPATCHED,
    /** Accepted by the handler and in progress (处理). */
    ACCEPTED,
    /** Reported as resolved by the handler (反馈). */
    RESOLVED,
    /** Verified by a person other than the handler (核查). */
    VERIFIED,
    /** Closed (结案). */
    CLOSED
}
