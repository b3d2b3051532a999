package org.yiqiao.identity.throttle;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Looks at a password unless there were too many wrong ones before. */
public final class ThrottlingAuthenticationProvider implements AuthenticationProvider {

    private static final int MAX_NAME_LENGTH = 64;

    private final AuthenticationProvider delegate;
    private final LoginThrottle guesses;

    public ThrottlingAuthenticationProvider(AuthenticationProvider looks, LoginThrottle guesses) {
        this.delegate = looks;
        this.guesses = guesses;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication given) {
        if (given.getCredentials() == null) {
            return delegate.authenticate(given);
        }
        String account = given.getName()
                .substring(0, Math.min(MAX_NAME_LENGTH, given.getName().length()));
        String address = given.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        guesses.requireAllowed(account, address);
        Authentication known;
        try {
            known = delegate.authenticate(given);
        } catch (AuthenticationException e) {
            guesses.recordFailure(account, address);
            throw e;
        }
        guesses.recordSuccess(account, address);
        return known;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return delegate.supports(authentication);
    }
}
