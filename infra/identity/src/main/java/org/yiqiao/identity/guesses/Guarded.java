package org.yiqiao.identity.guesses;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Looks at a password unless there were too many wrong ones before. */
public final class Guarded implements AuthenticationProvider {

    private static final int LONGEST_NAME = 64;

    private final AuthenticationProvider looks;
    private final Guesses guesses;

    public Guarded(AuthenticationProvider looks, Guesses guesses) {
        this.looks = looks;
        this.guesses = guesses;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication given) {
        if (given.getCredentials() == null) {
            return looks.authenticate(given);
        }
        String account = given.getName()
                .substring(0, Math.min(LONGEST_NAME, given.getName().length()));
        String address = given.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        guesses.check(account, address);
        Authentication known;
        try {
            known = looks.authenticate(given);
        } catch (AuthenticationException e) {
            guesses.failed(account, address);
            throw e;
        }
        guesses.succeeded(account, address);
        return known;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return looks.supports(authentication);
    }
}
