package org.yiqiao.center.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.yiqiao.access.HttpSecurityCustomizer;

/** Adds sign-in to the page. A signed-in page has a session, and its changing requests need a CSRF token. */
final class SignInSecurityCustomizer implements HttpSecurityCustomizer {

    private static final List<String> LANGUAGES = List.of("zh-CN", "en");

    private final ClientRegistrationRepository registrations;
    private final SessionExpiryFilter expiryFilter;

    SignInSecurityCustomizer(ClientRegistrationRepository registrations, SessionExpiryFilter expiryFilter) {
        this.registrations = registrations;
        this.expiryFilter = expiryFilter;
    }

    @Override
    public void customize(HttpSecurity http) {
        http.oauth2Login(login -> login.clientRegistrationRepository(registrations)
                        .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                        .authorizationEndpoint(
                                endpoint -> endpoint.authorizationRequestResolver(authorizationRequestResolver()))
                        // The page itself offers to sign in.
                        .loginPage("/")
                        .defaultSuccessUrl("/", true)
                        .failureUrl("/?sign-in=failed")
                        .addObjectPostProcessor(issuerFailureHandler()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
                .addFilterAfter(expiryFilter, SecurityContextHolderFilter.class)
                .csrf(csrf -> csrf.spa().requireCsrfProtectionMatcher(SignInSecurityCustomizer::requiresCsrfToken))
                .logout(logout -> logout.logoutUrl("/logout").logoutSuccessHandler(issuerLogoutHandler()));
    }

    /**
     * Returns whether a request needs a CSRF token. A request without a session has no authority that another page
     * could misuse; the response asks the caller to sign in instead.
     */
    private static boolean requiresCsrfToken(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request);
    }

    private OAuth2AuthorizationRequestResolver authorizationRequestResolver() {
        DefaultOAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(
                registrations, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        resolver.setAuthorizationRequestCustomizer(SignInSecurityCustomizer::addLanguage);
        return resolver;
    }

    private static void addLanguage(OAuth2AuthorizationRequest.Builder request) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            String language = attributes.getRequest().getParameter("lang");
            if (language != null && LANGUAGES.contains(language)) {
                request.additionalParameters(parameters -> parameters.put("ui_locales", language));
            }
        }
    }

    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> issuerFailureHandler() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(
                        new SimpleUrlAuthenticationFailureHandler("/?sign-in=unavailable"));
                return filter;
            }
        };
    }

    /** Sends the logout address of the issuer in a header, because a redirect would not move the browser there. */
    private LogoutSuccessHandler issuerLogoutHandler() {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri("{baseUrl}/");
        handler.setRedirectStrategy((request, response, target) -> {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            response.setHeader(HttpHeaders.LOCATION, target);
        });
        return handler;
    }
}
