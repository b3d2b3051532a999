package org.yiqiao.request.cases;

/** Where a case stands in its loop. */
public enum CaseStage {
    /** Taken in (受理). */
    SUBMITTED,
    /** Opened as a case (立案). */
    CLASSIFIED,
    /** Given to a handler (派遣), who has not signed for it yet. */
    DISPATCHED,
    /** In the hands of its handler (处理). */
    ACCEPTED,
    /** Said to be done (反馈). */
    RESOLVED,
    /** Checked by somebody else (核查). */
    VERIFIED,
    /** Closed (结案). */
    CLOSED
}
