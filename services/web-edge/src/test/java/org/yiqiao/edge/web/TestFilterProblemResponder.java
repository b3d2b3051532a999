package org.yiqiao.edge.web;

import org.springframework.web.servlet.HandlerExceptionResolver;

/** Makes a turnstile whose refusals a test sees. */
public final class TestFilterProblemResponder {

    private TestFilterProblemResponder() {}

    public static FilterProblemResponder create(HandlerExceptionResolver problems) {
        return new FilterProblemResponder(problems);
    }
}
