package org.yiqiao.access;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yiqiao.core.access.AccessScope;

/**
 * Configures authentication by bearer token and authorization by the access policy. Open to all callers are the health
 * endpoint, the API documentation, and the {@link PublicPaths} of a service.
 */
@AutoConfiguration(
        after = OAuth2ResourceServerAutoConfiguration.class,
        before = {OAuth2ResourceServerWebSecurityAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class})
class SecurityConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SecurityConfiguration.class);

    @Bean
    AccessPolicy accessPolicy() {
        return AccessPolicy.load();
    }

    @Bean
    AccessTokenValidator accessTokenValidator() {
        return new AccessTokenValidator();
    }

    @Bean
    SecurityProblemHandler securityProblemHandler(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver exceptionResolver) {
        return new SecurityProblemHandler(exceptionResolver);
    }

    @Bean
    AccessControlWebMvcConfigurer accessControlWebMvcConfigurer(AccessPolicy policy) {
        return new AccessControlWebMvcConfigurer(policy);
    }

    @Bean
    EndpointPolicyCheck endpointPolicyCheck(
            AccessPolicy policy, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
        return new EndpointPolicyCheck(endpoints, policy);
    }

    /** Disables the observation of security checks, because a timer for each check costs more than the check. */
    @Bean
    SecurityObservationSettings disabledSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    HttpFirewall httpFirewall() {
        return HttpFirewallFactory.create();
    }

    @Bean
    PublicPaths apiDocumentationPaths() {
        return new PublicPaths(
                List.of("/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui/**", "/swagger-ui.html"));
    }

    @Bean
    SecurityFilterChain apiSecurityFilterChain(
            HttpSecurity http,
            AccessPolicy policy,
            ObjectProvider<JwtDecoder> decoder,
            ObjectProvider<PublicPaths> publicPaths,
            SecurityProblemHandler problemHandler,
            ObjectProvider<HttpSecurityCustomizer> customizers) {
        String[] publicPatterns =
                publicPaths.stream().flatMap(paths -> paths.patterns().stream()).toArray(String[]::new);
        CachingTokenAuthenticationManager tokens = new CachingTokenAuthenticationManager(
                decoder.getIfAvailable(SecurityConfiguration::rejectingDecoder), Clock.systemUTC());
        http.authorizeHttpRequests(paths -> paths
                        // These dispatches continue a request that was already authorized.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(EndpointRequest.to("health"))
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .access(actuatorAuthorization(policy))
                        .requestMatchers(publicPatterns)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(bearer -> bearer.jwt(jwt -> jwt.authenticationManager(tokens))
                        .authenticationEntryPoint(problemHandler)
                        .accessDeniedHandler(problemHandler)
                        .withObjectPostProcessor(authenticationFailuresTo(problemHandler)))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(problemHandler).accessDeniedHandler(problemHandler))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // An earlier filter sets the security headers of every response.
                .headers(AbstractHttpConfigurer::disable)
                // A browser sends no bearer token by itself, so CSRF is not possible.
                .csrf(AbstractHttpConfigurer::disable);
        customizers.orderedStream().forEach(customizer -> customizer.customize(http));
        return http.build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> actuatorAuthorization(AccessPolicy policy) {
        return (authentication, request) -> new AuthorizationDecision(
                !policy.accessScope(PolicyOperationResolver.ACTUATOR_READ, Caller.of(authentication.get()))
                        .equals(AccessScope.NONE));
    }

    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> authenticationFailuresTo(
            SecurityProblemHandler problemHandler) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(problemHandler);
                return filter;
            }
        };
    }

    private static JwtDecoder rejectingDecoder() {
        log.warn("No bearer token is accepted: spring.security.oauth2.resourceserver.jwt sets neither issuer nor key");
        return token -> {
            throw new JwtException("Neither an issuer nor a key of tokens is configured");
        };
    }
}
