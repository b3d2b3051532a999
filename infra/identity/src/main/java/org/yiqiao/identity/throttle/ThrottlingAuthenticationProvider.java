package org.yiqiao.identity.throttle;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks a password with another provider, unless too many wrong passwords came before. Counts failures by account and
 * client address.
 */
public final class ThrottlingAuthenticationProvider implements AuthenticationProvider {

    private static final int MAX_NAME_LENGTH = 64;

    private final AuthenticationProvider delegate;
    private final LoginThrottle throttle;

    public ThrottlingAuthenticationProvider(AuthenticationProvider delegate, LoginThrottle throttle) {
        this.delegate = delegate;
        this.throttle = throttle;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication request) {
        if (request.getCredentials() == null) {
            return delegate.authenticate(request);
        }
        String account = request.getName()
                .substring(0, Math.min(MAX_NAME_LENGTH, request.getName().length()));
        String address = request.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        throttle.requireAllowed(account, address);
        Authentication result;
        try {
            result = delegate.authenticate(request);
        } catch (AuthenticationException e) {
            throttle.recordFailure(account, address);
            throw e;
        }
        throttle.recordSuccess(account, address);
        return result;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return delegate.supports(authentication);
    }
}
