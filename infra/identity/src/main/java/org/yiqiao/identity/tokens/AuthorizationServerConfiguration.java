package org.yiqiao.identity.tokens;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
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

    /** Tokens say all there is to say, and are short-lived: none can be asked about, or taken back. */
    @Bean
    @Order(1)
    SecurityFilterChain disabledEndpoints(HttpSecurity http) {
        return http.securityMatcher(INTROSPECTION, REVOCATION)
                .csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(all -> all.anyRequest().denyAll())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain authorizationServer(
            HttpSecurity http, AccountDirectory accounts, LoginThrottle guesses, RequestCache requests) {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.clientAuthentication(
                                    client -> client.authenticationProviders(providers -> providers.replaceAll(
                                                    provider -> provider instanceof ClientSecretAuthenticationProvider
                                                            ? new ThrottlingAuthenticationProvider(provider, guesses)
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
                                    // Nobody knows this sign-in any more: whoever wants may sign out here.
                                    .logoutEndpoint(endpoint -> endpoint.errorResponseHandler(
                                            (request, response, failure) -> response.sendRedirect("/"))));
                })
                .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                .requestCache(cache -> cache.requestCache(requests))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    private static void removeDisabledEndpoints(Map<String, Object> claims) {
        claims.keySet().removeIf(claim -> claim.startsWith("introspection_") || claim.startsWith("revocation_"));
    }

    /** The name is here and in no token: tokens stand in logs and, at a sign-out, in an address. */
    private static OidcUserInfo userInfo(AccountDirectory accounts, OidcUserInfoAuthenticationContext context) {
        Account account = accounts.findByName(context.getAuthorization().getPrincipalName())
                .orElseThrow();
        return OidcUserInfo.builder()
                .subject(account.id())
                .preferredUsername(account.name())
                .build();
    }
}
