package org.yiqiao.edge.web;

import org.yiqiao.core.decider.Rejection;

/** Carries a rejection to the HTTP layer, which responds with a problem. */
public final class RejectedException extends RuntimeException {

    private final transient Rejection rejection;

    public RejectedException(Rejection rejection) {
        super(rejection.code());
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
