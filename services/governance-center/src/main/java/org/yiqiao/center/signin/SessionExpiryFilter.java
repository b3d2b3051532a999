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
 * Ends a session some time after its sign-in, however much it is used: the posts in it are those of the sign-in, and the
 * issuer is to be asked anew whether they are still held.
 */
final class SessionExpiryFilter extends OncePerRequestFilter {

    private final Duration lifetime;
    private final Clock clock;

    SessionExpiryFilter(Duration lasts, Clock clock) {
        this.lifetime = lasts;
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
