package org.yiqiao.support.web;

import org.springframework.web.servlet.HandlerExceptionResolver;

/** Makes a turnstile whose refusals a test sees. */
public final class TestTurnstile {

    private TestTurnstile() {}

    public static Turnstile of(HandlerExceptionResolver problems) {
        return new Turnstile(problems);
    }
}
