package org.yiqiao.identity.throttle;

import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Thrown when an account or client address has had too many failures; the password was not checked. */
public final class TooManyAttemptsException extends OAuth2AuthenticationException {

    private final transient Duration wait;

    TooManyAttemptsException(Duration wait) {
        super(new OAuth2Error("too_many_attempts"));
        this.wait = wait;
    }

    /** Returns the time to wait before the next attempt. */
    public Duration retryAfter() {
        return wait;
    }
}
