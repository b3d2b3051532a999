package org.yiqiao.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.yiqiao.contracts.PersonIdSyntax;
import org.yiqiao.core.decider.DecisionContext;

class AccessTokenValidatorTest {

    @Test
    void requiresSubjectAndExpiry() {
        assertThat(isRejected("person-1", Instant.now())).isFalse();
        assertThat(isRejected("person-1", null)).isTrue();
        assertThat(isRejected(null, Instant.now())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth0|5f7c8ec7c33c6c004bbafe82", "rrSW_k4-9xQ", "me@idp.example", "anonymous2"})
    void acceptsSubjectFormatsOfCommonIssuers(String name) {
        assertThat(isRejected(name, Instant.now())).isFalse();
    }

    @Test
    void anonymousIsNoPersonId() {
        assertThat(PersonIdSyntax.isValid(DecisionContext.ANONYMOUS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "two words", "line\nbreak", ""})
    void rejectsInvalidSubjects(String name) {
        assertThat(isRejected(name, Instant.now())).isTrue();
    }

    private static boolean isRejected(@Nullable String subject, @Nullable Instant expires) {
        Jwt.Builder token = Jwt.withTokenValue("token").header("alg", "RS256").claim("jti", "1");
        if (subject != null) {
            token.subject(subject);
        }
        if (expires != null) {
            token.expiresAt(expires);
        }
        return new AccessTokenValidator().validate(token.build()).hasErrors();
    }
}
