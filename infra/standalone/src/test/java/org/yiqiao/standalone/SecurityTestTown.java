package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.yiqiao.contracts.PlatformService;

/** A town with one grid, the target of simulated attacks. The services must keep answering valid requests. */
final class SecurityTestTown {

    static final String CODE = "990000077";
    static final String INSIDE = "{\"lat\":75.5,\"long\":40.5}";
    static final String OUTSIDE = "{\"lat\":75.5,\"long\":44.5}";

    private static final HttpTestClient OPERATOR =
            SharedPlatform.http().signedInAs("operator-77", "town-operator@" + CODE);

    static {
        OPERATOR.importTerritory(territory());
        // Another thread would block until this class is initialized.
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> submit(resident(), INSIDE).json().path("path").size() == 3);
    }

    private SecurityTestTown() {}

    static HttpTestClient operator() {
        return OPERATOR;
    }

    static HttpTestClient resident() {
        return OPERATOR.signedInAs("resident-77", "resident@" + CODE);
    }

    static HttpTestClient.Response submit(HttpTestClient client, String location, String... headers) {
        return client.post(PlatformService.RESIDENT_REQUESTS, "/api/requests", requestBody(location), headers);
    }

    static String requestBody(String location) {
        return "{\"service\":\"s\",\"kind\":\"HELP\",\"description\":\"d\",\"location\":" + location + "}";
    }

    /** Issues an API key for this town; the response contains the key. */
    static HttpTestClient.Response issueKey(String name) {
        HttpTestClient.Response issued =
                OPERATOR.post(PlatformService.RESIDENT_REQUESTS, "/api/keys", keyRequest(name));
        assertThat(issued.status()).as(issued.json().toString()).isEqualTo(201);
        return issued;
    }

    static String keyRequest(String name) {
        return "{\"name\":\"%s\",\"scope\":\"%s\",\"perSecond\":100}".formatted(name, CODE);
    }

    /** Checks that a valid request still gets the expected responses. */
    static void assertHealthy() {
        HttpTestClient.Response response = submit(resident(), INSIDE);
        assertThat(response.status()).as(response.json().toString()).isEqualTo(201);
        assertThat(resident()
                        .get(PlatformService.RESIDENT_REQUESTS, response.header("Location"))
                        .status())
                .isEqualTo(200);
    }

    private static String territory() {
        String grid = CODE + "001";
        return "{\"type\":\"FeatureCollection\",\"features\":["
                + String.join(
                        ",",
                        feature("township", CODE, ""),
                        feature("community", grid, ",\"parent\":\"" + CODE + "\""),
                        feature("grid", grid + "001", ",\"parent\":\"" + grid + "\""))
                + "]}";
    }

    private static String feature(String level, String code, String parent) {
        return """
                {"type":"Feature","properties":{"level":"%1$s","code":"%2$s","name":"Place %2$s"%3$s},
                "geometry":{"type":"Polygon","coordinates":[[[40,75],[41,75],[41,76],[40,76],[40,75]]]}}""".formatted(level, code, parent);
    }
}
