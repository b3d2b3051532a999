package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.yiqiao.access.AccessPolicy;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.contracts.Role;
import org.yiqiao.testkit.TestTokenIssuer;

/** The policy table and the endpoints of the running services match in both directions. */
class EndpointPolicyTest {

    private static final AccessPolicy policy = AccessPolicy.load();
    private static final List<Endpoint> endpoints = Endpoint.all();
    private static final HttpTestClient http = SharedPlatform.http();

    @Test
    void policyTableAndEndpointsMatch() {
        assertThat(endpoints).extracting(Endpoint::operation).allMatch(policy.operations()::contains);
        assertThat(policy.operations()).allMatch(row -> endpoints.stream()
                .anyMatch(candidate -> candidate.operation().equals(row)));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void rolePermissionsMatchThePolicy(Role role) {
        HttpTestClient client = http.signedInAs("somebody", role.wireName() + "@of-no-place");

        assertThat(endpoints).allSatisfy(endpoint -> assertThat(
                        endpoint.callWithEmptyBody(client).code().equals("access.denied"))
                .as(endpoint + " by " + role.wireName())
                .isEqualTo(policy.permissionExtent(endpoint.operation(), role).isEmpty()));
    }

    @Test
    void callerWithoutAPostIsDenied() {
        HttpTestClient client = http.signedInAs("somebody");
        assertThat(endpoints).allSatisfy(endpoint -> {
            HttpTestClient.Response response = endpoint.callWithEmptyBody(client);
            assertThat(response.status()).as(endpoint.toString()).isEqualTo(403);
            assertThat(response.code()).isEqualTo("access.denied");
        });
    }

    @Test
    void anonymousCallerIsUnauthenticated() {
        assertThat(endpoints)
                .allSatisfy(endpoint -> assertUnauthenticated(endpoint.callWithEmptyBody(http.anonymous())));
    }

    @Test
    void healthApiDocsAndPageArePublic() {
        for (PlatformService service : PlatformService.values()) {
            assertThat(http.anonymous()
                            .get(service, "/actuator/health/readiness")
                            .status())
                    .isEqualTo(200);
            assertThat(http.anonymous().get(service, "/v3/api-docs").status()).isEqualTo(200);
            assertThat(http.anonymous().get(service, "/swagger-ui/index.html").status())
                    .isEqualTo(200);
        }
        for (PlatformService service : PlatformService.values()) {
            HttpTestClient.Response root = http.anonymous().get(service, "/");
            assertThat(root.status()).isEqualTo(200);
            assertThat(root.header("Content-Type")).startsWith("text/html");
        }
        for (String file : List.of("/", "/center.js", "/center.css", "/icon.svg")) {
            assertThat(http.anonymous()
                            .get(PlatformService.GOVERNANCE_CENTER, file)
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource
    void invalidTokenIsRejected(String reason, String token) {
        HttpTestClient.Response response =
                new HttpTestClient(http.addresses(), token).get(PlatformService.RESIDENT_REQUESTS, "/api/requests");

        assertUnauthenticated(response);
        assertThat(response.json().toString()).as(reason).doesNotContain("Exception");
    }

    static Stream<Arguments> invalidTokenIsRejected() {
        Instant now = Instant.now();
        List<String> posts = List.of("town-operator@*");
        TestTokenIssuer tokens = TestTokenIssuer.shared();
        JwtClaimsSet.Builder valid = TestTokenIssuer.claims("me", posts)
                .audience(List.of(TestTokenIssuer.AUDIENCE))
                .issuedAt(now.minusSeconds(600))
                .expiresAt(now.plusSeconds(600));
        String signed = tokens.sign(valid.build());
        String header = signed.substring(0, signed.indexOf('.'));
        return Stream.of(
                Arguments.of("signed with another issuer's key", new TestTokenIssuer().issue("me", "town-operator@*")),
                Arguments.of(
                        "for another audience",
                        tokens.sign(TestTokenIssuer.claims("me", posts)
                                .audience(List.of("elsewhere"))
                                .expiresAt(now.plusSeconds(600))
                                .build())),
                Arguments.of(
                        "without an audience",
                        tokens.sign(TestTokenIssuer.claims("me", posts)
                                .expiresAt(now.plusSeconds(600))
                                .build())),
                Arguments.of(
                        "expired",
                        tokens.sign(TestTokenIssuer.claims("me", posts)
                                .audience(List.of(TestTokenIssuer.AUDIENCE))
                                .issuedAt(now.minusSeconds(7_200))
                                .expiresAt(now.minusSeconds(3_600))
                                .build())),
                Arguments.of(
                        "not valid yet",
                        tokens.sign(TestTokenIssuer.claims("me", posts)
                                .audience(List.of(TestTokenIssuer.AUDIENCE))
                                .notBefore(now.plusSeconds(3_600))
                                .expiresAt(now.plusSeconds(7_200))
                                .build())),
                Arguments.of(
                        "without an expiry time",
                        tokens.sign(TestTokenIssuer.claims("me", posts)
                                .audience(List.of(TestTokenIssuer.AUDIENCE))
                                .build())),
                Arguments.of(
                        "not signed",
                        "eyJhbGciOiJub25lIn0" + signed.substring(header.length(), signed.lastIndexOf('.')) + "."),
                Arguments.of("modified signature", signed.substring(0, signed.length() - 4) + "AAAA"),
                Arguments.of("not a token", "nonsense"));
    }

    private static void assertUnauthenticated(HttpTestClient.Response response) {
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.code()).isEqualTo("access.unauthenticated");
        assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(response.json().path("detail").asString()).contains("bearer token");
    }
}
