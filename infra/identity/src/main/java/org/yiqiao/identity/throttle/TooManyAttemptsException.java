package org.yiqiao.identity.throttle;

import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The password was not even looked at: there were too many wrong ones before. */
public final class TooManyAttemptsException extends OAuth2AuthenticationException {

    private final transient Duration wait;

    TooManyAttemptsException(Duration wait) {
        super(new OAuth2Error("too_many_attempts"));
        this.wait = wait;
    }

    /** When to try again. */
    public Duration retryAfter() {
        return wait;
    }
}
