package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.PlatformService;

/** No spelling of a path gives a caller access to a protected resource. */
class PathBypassTest {

    private static final HttpTestClient operator = SecurityTestTown.operator();

    @AfterEach
    void assertTownIsHealthy() {
        SecurityTestTown.assertHealthy();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/swagger-ui/..;/api/requests",
                "/swagger-ui/../api/requests",
                "/swagger-ui/%2e%2e/api/requests",
                "/swagger-ui/..%2fapi/requests",
                "/api/requests;/..",
                "/api/requests;a=b",
                "//api/requests",
                "/api//requests",
                "/API/requests",
                "/api%2frequests",
                "/api/requests/",
                "/api/requests%00",
                "/api/requests%20",
                "/./api/requests",
                "/actuator/health/..;/..;/api/requests",
                "/actuator/health%2f..%2fenv",
                "\\api\\requests",
                "/api/requests.json"
            })
    void noPathVariantBypassesAuthentication(String path) throws IOException {
        assertThat(status(PlatformService.RESIDENT_REQUESTS, "GET", path)).isNotEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env",
                "heapdump",
                "threaddump",
                "loggers",
                "configprops",
                "beans",
                "mappings",
                "shutdown",
                "httptrace",
                "prometheus",
                "conditions",
                "jolokia",
                "gateway",
                "refresh"
            })
    void internalActuatorEndpointsAreNotExposed(String endpoint) {
        for (PlatformService service : PlatformService.values()) {
            assertThat(operator.get(service, "/actuator/" + endpoint).status()).isIn(401, 403, 404);
            assertThat(operator.signedInAs("administrator-77", "administrator@*")
                            .get(service, "/actuator/" + endpoint)
                            .status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "DEBUG", "PUT", "DELETE", "PATCH", "GARBAGE"})
    void unsupportedMethodsAreRejected(String method) throws IOException {
        assertThat(status(PlatformService.RESIDENT_REQUESTS, method, "/api/requests"))
                .isBetween(400, 501);
    }

    @Test
    void methodOverrideHeaderIsIgnored() {
        String path = SecurityTestTown.submit(SecurityTestTown.resident(), SecurityTestTown.INSIDE)
                .header("Location");
        assertThat(SecurityTestTown.resident()
                        .post(PlatformService.RESIDENT_REQUESTS, path, "{}", "X-HTTP-Method-Override", "GET")
                        .status())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @EnumSource(PlatformService.class)
    void errorResponsesDoNotRevealImplementationDetails(PlatformService service) {
        HttpTestClient.Response response = operator.get(service, "/nothing/here");
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.json().toString()).doesNotContain("Exception", "org.", "at java");
        assertThat(response.header("Server")).isEmpty();
        assertThat(response.header("X-Powered-By")).isEmpty();
    }

    private static int status(PlatformService service, String method, String path) throws IOException {
        try (RawHttpConnection connection = new RawHttpConnection(
                Objects.requireNonNull(operator.addresses().get(service)))) {
            connection.send(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
            return connection.readStatus();
        }
    }
}
