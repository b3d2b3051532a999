package org.yiqiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.Jwt;

/** Verifies token requests of programs by client credentials. */
class ClientCredentialsTest {

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static IdentityTestServer identity;

    @BeforeAll
    static void start() throws IOException {
        identity = IdentityTestServer.start(folder, IdentityTestServer.ACCOUNTS);
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @Test
    void tokenContainsSubjectPostsAndAudience() {
        HttpResponse<String> response = identity.fetchToken("robot", "secret");

        assertThat(response.statusCode()).isEqualTo(200);
        Jwt token = identity.decode(
                IdentityTestServer.parseJson(response).path("access_token").asString());
        assertThat(token.getHeaders()).containsEntry("alg", "RS256");
        assertThat(token.getSubject()).isEqualTo("id-of-robot");
        assertThat(token.getAudience()).containsExactly("yiqiao");
        assertThat(token.getClaimAsStringList("posts")).containsExactly("town-operator@330109106");
        assertThat(Duration.between(
                        Objects.requireNonNull(token.getIssuedAt()), Objects.requireNonNull(token.getExpiresAt())))
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(token.getClaims()).doesNotContainValue("robot");
    }

    @Test
    void wrongSecretAndUnknownClientGetTheSameError() {
        HttpResponse<String> wrong = identity.fetchToken("other-robot", "wrong");
        HttpResponse<String> unknown = identity.fetchToken("nobody", "wrong");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"yiqiao\"");
        assertThat(IdentityTestServer.parseJson(wrong)).isEqualTo(IdentityTestServer.parseJson(unknown));
        assertThat(IdentityTestServer.parseJson(wrong).path("error").asString()).isEqualTo("invalid_client");
    }

    @Test
    void personalAccountCannotUseClientCredentials() {
        assertThat(identity.fetchToken("chief", "right").statusCode()).isEqualTo(401);
    }

    @Test
    void correctSecretIsRejectedAfterTooManyFailures() {
        for (int i = 0; i < 5; i++) {
            assertThat(identity.post("/oauth2/token", credentials("wrong" + i)).statusCode())
                    .isEqualTo(401);
        }

        HttpResponse<String> right = identity.post("/oauth2/token", credentials("secret"));

        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 10L);
        assertThat(IdentityTestServer.parseJson(right).path("error").asString()).isEqualTo("too_many_attempts");
        assertThat(identity.fetchToken("robot", "secret").statusCode()).isEqualTo(200);
    }

    @Test
    void introspectionAndRevocationAreNotAvailable() {
        Map<String, String> form = Map.of("token", "any", "client_id", "robot", "client_secret", "secret");

        assertThat(identity.post("/oauth2/introspect", form).statusCode()).isEqualTo(404);
        assertThat(identity.post("/oauth2/revoke", form).statusCode()).isEqualTo(404);
        assertThat(identity.get("/.well-known/openid-configuration").body())
                .contains("/oauth2/token")
                .doesNotContain("/oauth2/introspect", "/oauth2/revoke");
    }

    @Test
    void onlyTheHealthEndpointIsPublic() {
        assertThat(identity.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(identity.get("/actuator/env").statusCode()).isEqualTo(302);
    }

    private static Map<String, String> credentials(String secret) {
        return Map.of("grant_type", "client_credentials", "client_id", "third-robot", "client_secret", secret);
    }
}
