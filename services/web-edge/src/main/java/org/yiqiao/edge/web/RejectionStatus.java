package org.yiqiao.edge.web;

import org.springframework.http.HttpStatus;
import org.yiqiao.core.decider.Rejection;

/** The HTTP status of a rejection. */
public final class RejectionStatus {

    private RejectionStatus() {}

    public static HttpStatus of(Rejection.Reason reason) {
        return switch (reason) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case OVERLOADED -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
