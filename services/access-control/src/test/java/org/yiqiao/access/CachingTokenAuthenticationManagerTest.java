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

    private final AtomicInteger verifications = new AtomicInteger();

    @Test
    void verifiesRepeatedTokenOnce() {
        CachingTokenAuthenticationManager manager = createManager(Instant.now().plusSeconds(600));

        assertThat(authenticate(manager, "a"))
                .isEqualTo(authenticate(manager, "a"))
                .isEqualTo(new Caller("someone", Set.of()));
        authenticate(manager, "b");

        assertThat(verifications).hasValue(2);
    }

    @Test
    void verifiesExpiredTokenAgain() {
        CachingTokenAuthenticationManager manager = createManager(Instant.now().plusMillis(200));
        authenticate(manager, "a");

        await().untilAsserted(() -> {
            authenticate(manager, "a");
            assertThat(verifications).hasValueGreaterThan(1);
        });
    }

    @Test
    void rejectsInvalidTokenEveryTime() {
        CachingTokenAuthenticationManager manager = new CachingTokenAuthenticationManager(
                token -> {
                    verifications.incrementAndGet();
                    throw new BadJwtException("bad");
                },
                Clock.systemUTC());

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> authenticate(manager, "a")).isInstanceOf(InvalidBearerTokenException.class);
        }
        assertThat(verifications).hasValue(2);
    }

    private static Object authenticate(CachingTokenAuthenticationManager manager, String token) {
        return Objects.requireNonNull(
                manager.authenticate(new BearerTokenAuthenticationToken(token)).getPrincipal());
    }

    private CachingTokenAuthenticationManager createManager(Instant expiry) {
        return new CachingTokenAuthenticationManager(
                token -> {
                    verifications.incrementAndGet();
                    return Jwt.withTokenValue(token)
                            .header("alg", "RS256")
                            .subject("someone")
                            .expiresAt(expiry)
                            .build();
                },
                Clock.systemUTC());
    }
}
