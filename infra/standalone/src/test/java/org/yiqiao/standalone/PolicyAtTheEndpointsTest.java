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
import org.yiqiao.contracts.Role;
import org.yiqiao.contracts.Service;
import org.yiqiao.support.access.Policy;
import org.yiqiao.testkit.Tokens;

/** The policy's table and the endpoints of the running services say the same, in both directions. */
class PolicyAtTheEndpointsTest {

    private static final Policy policy = Policy.ofThePlatform();
    private static final List<Endpoint> endpoints = Endpoint.all();
    private static final Http http = SharedTownship.http();

    @Test
    void everyRowIsAnEndpointAndEveryEndpointHasARow() {
        assertThat(endpoints).extracting(Endpoint::operation).allMatch(policy.operations()::contains);
        assertThat(policy.operations()).allMatch(row -> endpoints.stream()
                .anyMatch(one -> one.operation().equals(row)));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleIsDeniedExactlyWhatTheTableDoesNotGrantIt(Role role) {
        Http by = http.by("somebody", role.word() + "@of-no-place");

        assertThat(endpoints)
                .allSatisfy(endpoint -> assertThat(endpoint.call(by).code().equals("access.denied"))
                        .as(endpoint + " by " + role.word())
                        .isEqualTo(policy.grant(endpoint.operation(), role).isEmpty()));
    }

    @Test
    void whoHoldsNoPostIsDeniedEverything() {
        Http by = http.by("somebody");
        assertThat(endpoints).allSatisfy(endpoint -> {
            Http.Answer answer = endpoint.call(by);
            assertThat(answer.status()).as(endpoint.toString()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("access.denied");
        });
    }

    @Test
    void whoDoesNotSignInGetsNothing() {
        assertThat(endpoints).allSatisfy(endpoint -> isUnauthenticated(endpoint.call(http.byNobody())));
    }

    @Test
    void healthAndTheDescriptionOfTheApiAndThePageAreOpen() {
        for (Service service : Service.values()) {
            assertThat(http.byNobody()
                            .get(service, "/actuator/health/readiness")
                            .status())
                    .isEqualTo(200);
            assertThat(http.byNobody().get(service, "/v3/api-docs").status()).isEqualTo(200);
            assertThat(http.byNobody().get(service, "/swagger-ui/index.html").status())
                    .isEqualTo(200);
        }
        for (String file : List.of("/", "/center.js", "/center.css", "/icon.svg")) {
            assertThat(http.byNobody().get(Service.GOVERNANCE_CENTER, file).status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource
    void aTokenThatIsNotGoodIsNone(String why, String token) {
        Http.Answer answer = new Http(http.addresses(), token).get(Service.RESIDENT_REQUESTS, "/api/requests");

        isUnauthenticated(answer);
        assertThat(answer.json().toString()).as(why).doesNotContain("Exception");
    }

    static Stream<Arguments> aTokenThatIsNotGoodIsNone() {
        Instant now = Instant.now();
        List<String> posts = List.of("town-operator@*");
        Tokens tokens = Tokens.shared();
        JwtClaimsSet.Builder good = Tokens.claims("me", posts)
                .audience(List.of(Tokens.AUDIENCE))
                .issuedAt(now.minusSeconds(600))
                .expiresAt(now.plusSeconds(600));
        String signed = tokens.signed(good.build());
        String header = signed.substring(0, signed.indexOf('.'));
        return Stream.of(
                Arguments.of("of another issuer's key", new Tokens().of("me", "town-operator@*")),
                Arguments.of(
                        "for another audience",
                        tokens.signed(Tokens.claims("me", posts)
                                .audience(List.of("elsewhere"))
                                .expiresAt(now.plusSeconds(600))
                                .build())),
                Arguments.of(
                        "for no audience",
                        tokens.signed(Tokens.claims("me", posts)
                                .expiresAt(now.plusSeconds(600))
                                .build())),
                Arguments.of(
                        "expired",
                        tokens.signed(Tokens.claims("me", posts)
                                .audience(List.of(Tokens.AUDIENCE))
                                .issuedAt(now.minusSeconds(7_200))
                                .expiresAt(now.minusSeconds(3_600))
                                .build())),
                Arguments.of(
                        "not valid yet",
                        tokens.signed(Tokens.claims("me", posts)
                                .audience(List.of(Tokens.AUDIENCE))
                                .notBefore(now.plusSeconds(3_600))
                                .expiresAt(now.plusSeconds(7_200))
                                .build())),
                Arguments.of(
                        "valid for ever",
                        tokens.signed(Tokens.claims("me", posts)
                                .audience(List.of(Tokens.AUDIENCE))
                                .build())),
                Arguments.of(
                        "not signed",
                        "eyJhbGciOiJub25lIn0" + signed.substring(header.length(), signed.lastIndexOf('.')) + "."),
                Arguments.of("changed", signed.substring(0, signed.length() - 4) + "AAAA"),
                Arguments.of("no token at all", "nonsense"));
    }

    private static void isUnauthenticated(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("access.unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.json().path("title").asString()).contains("bearer token");
    }
}
