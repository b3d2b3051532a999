package org.yiqiao.edge.openapi;

import org.springframework.http.HttpStatus;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectionStatus;

/**
 * The code and the status of a rejection.
 *
 * @param code the code; the character U+0001 stands for a computed part, as in the bytecode of a concatenation
 */
record RejectionCode(HttpStatus status, String code) {

    private static final String COMPUTED = "\u0001";

    static RejectionCode of(Rejection.Reason reason, String code) {
        return new RejectionCode(RejectionStatus.of(reason), code);
    }

    /** Returns the code with the name of the aggregate in place of the computed part. */
    RejectionCode of(String aggregate) {
        return new RejectionCode(status, code.replace(COMPUTED, aggregate));
    }
}
