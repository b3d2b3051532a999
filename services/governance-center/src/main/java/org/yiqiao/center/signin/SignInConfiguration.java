package org.yiqiao.center.signin;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInProperties.class)
@PropertySource("classpath:sign-in/sign-in.properties")
class SignInConfiguration {

    @Bean
    SignInSecurityCustomizer signInSecurityCustomizer(SignInProperties settings, Clock clock) {
        IssuerDiscovery discovery = new IssuerDiscovery(settings);
        ClientRegistrationRepository registrations = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(discovery.discoverRegistration()));
        return new SignInSecurityCustomizer(registrations, new SessionExpiryFilter(settings.sessionLifetime(), clock));
    }
}
