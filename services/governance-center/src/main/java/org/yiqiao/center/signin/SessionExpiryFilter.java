package org.yiqiao.center.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session a fixed time after its sign-in, even if it is in use. The session keeps the posts from the sign-in, so
 * the issuer must confirm regularly that the person still holds them.
 */
final class SessionExpiryFilter extends OncePerRequestFilter {

    private final Duration lifetime;
    private final Clock clock;

    SessionExpiryFilter(Duration lifetime, Clock clock) {
        this.lifetime = lifetime;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && isExpired(SecurityContextHolder.getContext().getAuthentication())) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean isExpired(@Nullable Authentication authentication) {
        return authentication != null
                && authentication.getPrincipal() instanceof OidcUser user
                && isExpired(user.getIssuedAt());
    }

    private boolean isExpired(@Nullable Instant signedIn) {
        return signedIn == null || !clock.instant().isBefore(signedIn.plus(lifetime));
    }
}
