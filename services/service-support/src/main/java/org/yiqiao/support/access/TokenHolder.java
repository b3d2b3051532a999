package org.yiqiao.support.access;

import java.util.regex.Pattern;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.yiqiao.core.decider.Context;

/** Takes only tokens that expire and say whose they are, by an id that can stand in an event. */
final class TokenHolder implements OAuth2TokenValidator<Jwt> {

    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        String subject = token.getSubject();
        if (subject == null || !ID.matcher(subject).matches() || subject.equals(Context.ANONYMOUS)) {
            return invalid("The token does not say whose it is");
        }
        return token.getExpiresAt() == null ? invalid("The token never expires") : OAuth2TokenValidatorResult.success();
    }

    private static OAuth2TokenValidatorResult invalid(String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, why, null));
    }
}
