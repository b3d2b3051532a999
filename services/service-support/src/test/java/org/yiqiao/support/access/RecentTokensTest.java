package org.yiqiao.support.access;

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

class RecentTokensTest {

    private final AtomicInteger verified = new AtomicInteger();

    @Test
    void aTokenThatComesAgainIsNotVerifiedAgain() {
        RecentTokens tokens = tokensThatExpire(Instant.now().plusSeconds(600));

        assertThat(show(tokens, "a")).isEqualTo(show(tokens, "a")).isEqualTo(new Caller("someone", Set.of()));
        show(tokens, "b");

        assertThat(verified).hasValue(2);
    }

    @Test
    void anExpiredTokenIsLookedAtAgain() {
        RecentTokens tokens = tokensThatExpire(Instant.now().plusMillis(200));
        show(tokens, "a");

        await().untilAsserted(() -> {
            show(tokens, "a");
            assertThat(verified).hasValueGreaterThan(1);
        });
    }

    @Test
    void aBadTokenIsRefusedEachTime() {
        RecentTokens tokens = new RecentTokens(
                token -> {
                    verified.incrementAndGet();
                    throw new BadJwtException("bad");
                },
                Clock.systemUTC());

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> show(tokens, "a")).isInstanceOf(InvalidBearerTokenException.class);
        }
        assertThat(verified).hasValue(2);
    }

    private static Object show(RecentTokens tokens, String token) {
        return Objects.requireNonNull(
                tokens.authenticate(new BearerTokenAuthenticationToken(token)).getPrincipal());
    }

    private RecentTokens tokensThatExpire(Instant when) {
        return new RecentTokens(
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
