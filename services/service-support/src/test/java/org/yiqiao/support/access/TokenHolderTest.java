package org.yiqiao.support.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.yiqiao.contracts.PersonId;
import org.yiqiao.core.decider.Context;

class TokenHolderTest {

    @Test
    void aTokenSaysWhoseItIsAndExpires() {
        assertThat(isRefused("person-1", Instant.now())).isFalse();
        assertThat(isRefused("person-1", null)).isTrue();
        assertThat(isRefused(null, Instant.now())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth0|5f7c8ec7c33c6c004bbafe82", "rrSW_k4-9xQ", "me@idp.example", "anonymous2"})
    void whateverAnIssuerCallsThemTheyAreSomebody(String name) {
        assertThat(isRefused(name, Instant.now())).isFalse();
    }

    @Test
    void whoeverHasNotSignedInIsNoPerson() {
        assertThat(PersonId.isOne(Context.ANONYMOUS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "two words", "line\nbreak", ""})
    void someNamesAreNobodys(String name) {
        assertThat(isRefused(name, Instant.now())).isTrue();
    }

    private static boolean isRefused(@Nullable String subject, @Nullable Instant expires) {
        Jwt.Builder token = Jwt.withTokenValue("token").header("alg", "RS256").claim("jti", "1");
        if (subject != null) {
            token.subject(subject);
        }
        if (expires != null) {
            token.expiresAt(expires);
        }
        return new TokenHolder().validate(token.build()).hasErrors();
    }
}
