package org.yiqiao.edge.web;

import org.springframework.web.servlet.HandlerExceptionResolver;

/** Creates problem responders for the tests of other packages. */
public final class TestFilterProblemResponder {

    private TestFilterProblemResponder() {}

    public static FilterProblemResponder create(HandlerExceptionResolver problems) {
        return new FilterProblemResponder(problems);
    }
}
