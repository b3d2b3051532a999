package org.yiqiao.center.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

class SessionExpiryFilterTest {

    private static final Instant SIGNED_IN = Instant.parse("2026-11-25T08:00:00Z");
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final MockHttpSession session = new MockHttpSession();

    @AfterEach
    void clearSecurityContext() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void sessionIsKeptBeforeExpiry() throws Exception {
        assertThat(authenticationAfterFilterAt(SIGNED_IN.plus(LIFETIME).minusSeconds(1)))
                .isNotNull();
        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void expiredSessionIsInvalidatedAndSignedOut() throws Exception {
        assertThat(authenticationAfterFilterAt(SIGNED_IN.plus(LIFETIME))).isNull();
        assertThat(session.isInvalid()).isTrue();
    }

    /** Returns the authentication of a request that passes the filter at the given time. */
    private @Nullable Authentication authenticationAfterFilterAt(Instant now) throws Exception {
        OidcIdToken token = OidcIdToken.withTokenValue("t")
                .subject("chief-4-1")
                .issuedAt(SIGNED_IN)
                .expiresAt(SIGNED_IN.plusSeconds(300))
                .build();
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new OAuth2AuthenticationToken(new DefaultOidcUser(List.of(), token), List.of(), "yiqiao"));
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/summary");
        request.setSession(session);
        new SessionExpiryFilter(LIFETIME, Clock.fixed(now, ZoneOffset.UTC))
                .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return SecurityContextHolder.getContext().getAuthentication();
    }
}
