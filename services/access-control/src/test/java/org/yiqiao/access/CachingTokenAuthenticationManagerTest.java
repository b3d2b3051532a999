package org.yiqiao.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

class CachingTokenAuthenticationManagerTest {

    private final AtomicInteger verified = new AtomicInteger();

    @Test
    void verifiesRepeatedTokenOnce() {
        CachingTokenAuthenticationManager tokens = createManager(Instant.now().plusSeconds(600));

        assertThat(authenticate(tokens, "a"))
                .isEqualTo(authenticate(tokens, "a"))
                .isEqualTo(new Caller("someone", Set.of()));
        authenticate(tokens, "b");

        assertThat(verified).hasValue(2);
    }

    @Test
    void verifiesExpiredTokenAgain() {
        CachingTokenAuthenticationManager tokens = createManager(Instant.now().plusMillis(200));
        authenticate(tokens, "a");

        await().untilAsserted(() -> {
            authenticate(tokens, "a");
            assertThat(verified).hasValueGreaterThan(1);
        });
    }

    @Test
    void rejectsInvalidTokenEveryTime() {
        CachingTokenAuthenticationManager tokens = new CachingTokenAuthenticationManager(
                token -> {
                    verified.incrementAndGet();
                    throw new BadJwtException("bad");
                },
                Clock.systemUTC());

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> authenticate(tokens, "a")).isInstanceOf(InvalidBearerTokenException.class);
        }
        assertThat(verified).hasValue(2);
    }

    private static Object authenticate(CachingTokenAuthenticationManager tokens, String token) {
        return Objects.requireNonNull(
                tokens.authenticate(new BearerTokenAuthenticationToken(token)).getPrincipal());
    }

    private CachingTokenAuthenticationManager createManager(Instant when) {
        return new CachingTokenAuthenticationManager(
                token -> {
                    verified.incrementAndGet();
                    return Jwt.withTokenValue(token)
                            .header("alg", "RS256")
                            .subject("someone")
                            .expiresAt(when)
                            .build();
                },
                Clock.systemUTC());
    }
}
