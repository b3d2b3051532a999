package org.yiqiao.edge.headers;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sets the security headers of every response. A page loads content of its own service only and cannot be framed.
 * Browsers do not guess content types, and other origins receive no referrer.
 *
 * <p>Responses are not cached unless they state otherwise. Over TLS, HSTS makes browsers use TLS from then on.
 */
final class SecurityHeadersFilter extends OncePerRequestFilter {

    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    private static final String PAGE_POLICY =
            "default-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    /** The request headers on which responses depend, besides the headers of CORS, which its filter adds. */
    private static final String API_VARY = "Accept, Accept-Language, Authorization, Cookie, X-Api-Key, api_key";

    private static final String SWAGGER = "/swagger-ui";

    /** The page to which the issuer redirects; it passes the code to the window of Swagger UI. */
    private static final String SIGN_IN_REDIRECT = "/oauth2-redirect.html";

    private static final String OPENER_POLICY = "Cross-Origin-Opener-Policy";

    /** The page of Swagger UI sets inline styles, and fetches tokens from the issuer. */
    private final String swaggerPolicy;

    /** @param issuerOrigin origin of the token issuer; empty if Swagger UI offers no sign-in */
    SecurityHeadersFilter(Optional<String> issuerOrigin) {
        swaggerPolicy = PAGE_POLICY + "; style-src 'self' 'unsafe-inline'"
                + issuerOrigin.map(origin -> "; connect-src 'self' " + origin).orElse("");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", contentSecurityPolicy(request.getRequestURI()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader(OPENER_POLICY, openerPolicy(request.getRequestURI()));
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), payment=(), usb=()");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (isApi(request.getRequestURI())) {
            response.addHeader(HttpHeaders.VARY, API_VARY);
        }
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }

    /** Returns a policy that lets Swagger UI open the sign-in of the issuer and hear from it. */
    private static String openerPolicy(String path) {
        if (!path.startsWith(SWAGGER)) {
            return "same-origin";
        }
        return path.endsWith(SIGN_IN_REDIRECT) ? "unsafe-none" : "same-origin-allow-popups";
    }

    private static boolean isApi(String path) {
        return path.startsWith("/api/") || path.startsWith("/actuator") || path.startsWith("/v3/");
    }

    private String contentSecurityPolicy(String path) {
        if (isApi(path)) {
            return API_POLICY;
        }
        return path.startsWith(SWAGGER) ? swaggerPolicy : PAGE_POLICY;
    }
}
