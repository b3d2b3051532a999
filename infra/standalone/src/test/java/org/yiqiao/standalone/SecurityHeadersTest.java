package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.PlatformService;

class SecurityHeadersTest {

    private static final HttpTestClient http = SecurityTestTown.operator();

    @ParameterizedTest
    @ValueSource(strings = {"/api/requests", "/api/nothing", "/actuator/health"})
    void apiResponsesHaveSecurityHeadersAndAreNotCached(String path) {
        for (HttpTestClient client : new HttpTestClient[] {http, http.anonymous()}) {
            HttpTestClient.Response response = client.get(PlatformService.RESIDENT_REQUESTS, path);
            assertThat(response.header("Cache-Control")).isEqualTo("no-store");
            assertThat(response.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(response.header("X-Frame-Options")).isEqualTo("DENY");
        }
    }

    @Test
    void pageLoadsOnlyItsOwnResources() {
        HttpTestClient.Response page = http.anonymous().get(PlatformService.GOVERNANCE_CENTER, "/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void onlyConfiguredOriginsPassCors() throws Exception {
        HttpResponse<Void> known = preflight("https://town.example");
        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(known.headers().firstValue("Access-Control-Allow-Origin")).contains("https://town.example");
        assertThat(known.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();

        HttpResponse<Void> unknown = preflight("https://elsewhere.example");
        assertThat(unknown.statusCode()).isEqualTo(403);
        assertThat(unknown.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    private static HttpResponse<Void> preflight(String origin) throws IOException, InterruptedException {
        HttpRequest request = http.anonymous()
                .request(PlatformService.RESIDENT_REQUESTS, "/api/requests")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }
}
