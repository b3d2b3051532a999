package org.yiqiao.identity.tokens;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.yiqiao.identity.IdentityProperties;
import org.yiqiao.identity.accounts.Account;
import org.yiqiao.identity.accounts.AccountDirectory;
import org.yiqiao.identity.throttle.LoginThrottle;
import org.yiqiao.identity.throttle.ThrottlingAuthenticationProvider;

@Configuration(proxyBeanMethods = false)
class AuthorizationServerConfiguration {

    private static final String INTROSPECTION = "/oauth2/introspect";
    private static final String REVOCATION = "/oauth2/revoke";

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IdentityProperties identity) {
        return AuthorizationServerSettings.builder().issuer(identity.issuer()).build();
    }

    @Bean
    JWKSource<SecurityContext> jwkSource(IdentityProperties identity) throws IOException {
        return new ImmutableJWKSet<>(
                SigningKeyFile.loadOrCreate(identity.folder().resolve("key.json")));
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    /**
     * Disables introspection and revocation. Tokens are self-contained and short-lived, so none can be looked up or
     * revoked.
     */
    @Bean
    @Order(1)
    SecurityFilterChain disabledEndpoints(HttpSecurity http) {
        return http.securityMatcher(INTROSPECTION, REVOCATION)
                .csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain authorizationServer(
            HttpSecurity http,
            AccountDirectory accounts,
            LoginThrottle throttle,
            RequestCache requestCache,
            IdentityProperties identity) {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.clientAuthentication(
                                    client -> client.authenticationProviders(providers -> providers.replaceAll(
                                                    provider -> provider instanceof ClientSecretAuthenticationProvider
                                                            ? new ThrottlingAuthenticationProvider(provider, throttle)
                                                            : provider))
                                            .errorResponseHandler(new ClientAuthenticationFailureHandler()))
                            .authorizationServerMetadataEndpoint(
                                    endpoint -> endpoint.authorizationServerMetadataCustomizer(metadata ->
                                            metadata.claims(AuthorizationServerConfiguration::removeDisabledEndpoints)))
                            .oidc(oidc -> oidc.providerConfigurationEndpoint(endpoint ->
                                            endpoint.providerConfigurationCustomizer(metadata -> metadata.claims(
                                                    AuthorizationServerConfiguration::removeDisabledEndpoints)))
                                    .userInfoEndpoint(
                                            endpoint -> endpoint.userInfoMapper(context -> userInfo(accounts, context)))
                                    // The ID token is no longer known: redirect to /, where the user can sign out.
                                    .logoutEndpoint(endpoint -> endpoint.errorResponseHandler(
                                            (request, response, failure) -> response.sendRedirect("/"))));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .requestCache(cache -> cache.requestCache(requestCache))
                .cors(cors -> cors.configurationSource(tokenRequestsFrom(identity.apiPages())))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    /** Lets Swagger UI exchange its code for a token, from the pages of the services. */
    private static CorsConfigurationSource tokenRequestsFrom(List<URI> pages) {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(pages.stream().map(URI::toString).toList());
        allowed.setAllowedMethods(List.of("POST"));
        allowed.setAllowedHeaders(List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.AUTHORIZATION, "X-Requested-With"));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/oauth2/token", allowed);
        return source;
    }

    private static void removeDisabledEndpoints(Map<String, Object> claims) {
        claims.keySet().removeIf(claim -> claim.startsWith("introspection_") || claim.startsWith("revocation_"));
    }

    /**
     * Returns the id and the name of the account. No token contains the name, because tokens appear in logs and, at
     * sign-out, in a URL.
     */
    private static OidcUserInfo userInfo(AccountDirectory accounts, OidcUserInfoAuthenticationContext context) {
        Account account = accounts.findByName(context.getAuthorization().getPrincipalName())
                .orElseThrow();
        return OidcUserInfo.builder()
                .subject(account.id())
                .preferredUsername(account.name())
                .build();
    }
}
