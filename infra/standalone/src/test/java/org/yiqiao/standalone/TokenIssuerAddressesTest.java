package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenIssuerAddressesTest {

    private static final String TOKENS = "spring.security.oauth2.resourceserver.jwt.";

    @Test
    void servicesTrustTheBuiltInIssuer() {
        TokenIssuerAddresses identity = of("--yiqiao.ports.identity=9999");

        assertThat(identity.serviceProperties())
                .containsEntry(TOKENS + "issuer-uri", "http://127.0.0.1:9999")
                .containsEntry(TOKENS + "jwk-set-uri", "http://127.0.0.1:9999/oauth2/jwks");
        assertThat(identity.identityProperties())
                .containsEntry("server.port", "9999")
                .containsEntry("yiqiao.identity.pages", "http://127.0.0.1:8080,http://localhost:8080");
        assertThat(identity.identityProperties()
                        .getOrDefault("yiqiao.identity.api-pages", "")
                        .split(","))
                .hasSize(8)
                .contains("http://127.0.0.1:8081", "http://localhost:8083");
    }

    @Test
    void configuredAddressesAreUsedBehindAProxy() {
        TokenIssuerAddresses identity = of(
                "--server.address=0.0.0.0",
                "--yiqiao.identity.issuer=https://sign-in.town.example",
                "--yiqiao.identity.pages=https://center.town.example",
                "--yiqiao.identity.api-pages[0]=https://requests.town.example");

        assertThat(identity.serviceProperties())
                .containsEntry(TOKENS + "issuer-uri", "https://sign-in.town.example")
                .containsEntry("yiqiao.sign-in.internal-issuer", "http://127.0.0.1:8084");
        assertThat(identity.identityProperties())
                .doesNotContainKeys("yiqiao.identity.pages", "yiqiao.identity.api-pages");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issuer-uri=https://elsewhere",
                "jwk-set-uri=https://elsewhere/keys",
                "public-key-location=file:key"
            })
    void externalIssuerDisablesTheBuiltInOne(String setting) {
        String[] args = {"--" + TOKENS + setting};

        assertThat(TokenIssuerAddresses.of(args, StandaloneSettings.of(args))).isEmpty();
    }

    private static TokenIssuerAddresses of(String... args) {
        return TokenIssuerAddresses.of(args, StandaloneSettings.of(args)).orElseThrow();
    }
}
