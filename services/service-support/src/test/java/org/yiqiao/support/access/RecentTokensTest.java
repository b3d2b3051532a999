package org.yiqiao.support.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RecentTokensTest {

    private final AtomicInteger verified = new AtomicInteger();

    @Test
    void aTokenThatComesAgainIsNotVerifiedAgain() {
        RecentTokens tokens = tokensThatExpire(Instant.now().plusSeconds(600));

        assertThat(tokens.decode("a")).isSameAs(tokens.decode("a"));
        tokens.decode("b");

        assertThat(verified).hasValue(2);
    }

    @Test
    void anExpiredTokenIsLookedAtAgain() {
        RecentTokens tokens = tokensThatExpire(Instant.now().plusMillis(200));
        tokens.decode("a");

        await().untilAsserted(() -> {
            tokens.decode("a");
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
            assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
        }
        assertThat(verified).hasValue(2);
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
