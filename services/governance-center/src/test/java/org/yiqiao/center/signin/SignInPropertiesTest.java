package org.yiqiao.center.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

class SignInPropertiesTest {

    private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

    @Test
    void issuerOfTheTokensIsUsedInsideTheNetworkToo() {
        SignInProperties settings = bind(Map.of(ISSUER, "https://login.example"));

        assertThat(settings.issuer()).isEqualTo("https://login.example");
        assertThat(settings.internalIssuer()).isEqualTo("https://login.example");
        assertThat(settings.sessionLifetime()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void currentNamesOfTheSettingsAreRead() {
        SignInProperties settings = bind(Map.of(
                ISSUER,
                "https://login.example",
                "yiqiao.sign-in.internal-issuer",
                "http://identity:8080",
                "yiqiao.sign-in.session-lifetime",
                "5m"));

        assertThat(settings.internalIssuer()).isEqualTo("http://identity:8080");
        assertThat(settings.sessionLifetime()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void formerNamesOfTheSettingsAreStillRead() {
        SignInProperties settings = bind(Map.of(
                ISSUER,
                "https://login.example",
                "yiqiao.sign-in.reached-at",
                "http://identity:8080",
                "yiqiao.sign-in.lasts",
                "5m"));

        assertThat(settings.internalIssuer()).isEqualTo("http://identity:8080");
        assertThat(settings.sessionLifetime()).isEqualTo(Duration.ofMinutes(5));
    }

    private static SignInProperties bind(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
        try {
            environment
                    .getPropertySources()
                    .addLast(new ResourcePropertySource("classpath:sign-in/sign-in.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Binder.get(environment)
                .bind("yiqiao.sign-in", SignInProperties.class)
                .get();
    }
}
