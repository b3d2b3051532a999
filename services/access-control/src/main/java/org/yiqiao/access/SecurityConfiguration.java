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
 * Whoever calls a service shows a bearer token; what it may do is in the policy. Open are health, the description of the
 * API, and the paths that a service opens itself.
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
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return new SecurityProblemHandler(problems);
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

    /** A timer for each check would cost more than the checks. */
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
            ObjectProvider<PublicPaths> open,
            SecurityProblemHandler problems,
            ObjectProvider<HttpSecurityCustomizer> customizers) {
        String[] openToAll =
                open.stream().flatMap(paths -> paths.patterns().stream()).toArray(String[]::new);
        CachingTokenAuthenticationManager tokens = new CachingTokenAuthenticationManager(
                decoder.getIfAvailable(SecurityConfiguration::rejectingDecoder), Clock.systemUTC());
        http.authorizeHttpRequests(paths -> paths
                        // Each goes on with what was let in as a request.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(EndpointRequest.to("health"))
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .access(actuatorAuthorization(policy))
                        .requestMatchers(openToAll)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(bearer -> bearer.jwt(jwt -> jwt.authenticationManager(tokens))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .withObjectPostProcessor(authenticationFailuresTo(problems)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // Those of every answer are set before.
                .headers(AbstractHttpConfigurer::disable)
                // A browser sends no bearer token by itself.
                .csrf(AbstractHttpConfigurer::disable);
        customizers.orderedStream().forEach(customizer -> customizer.customize(http));
        return http.build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> actuatorAuthorization(AccessPolicy policy) {
        return (authentication, request) -> new AuthorizationDecision(
                !policy.accessScope(OperationResolver.ACTUATOR_READ, Caller.of(authentication.get()))
                        .equals(AccessScope.NONE));
    }

    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> authenticationFailuresTo(
            SecurityProblemHandler problems) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(problems);
                return filter;
            }
        };
    }

    private static JwtDecoder rejectingDecoder() {
        log.warn("Nobody can sign in: spring.security.oauth2.resourceserver.jwt names no issuer and no key of tokens");
        return token -> {
            throw new JwtException("No issuer of tokens is configured");
        };
    }
}
