package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.testkit.TestTokenIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the services as any client would.
 *
 * @param token of who asks; empty for somebody who does not say
 */
record HttpTestClient(Map<PlatformService, URI> addresses, String token) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What was answered. */
    record Response(int status, JsonNode json, HttpHeaders headers) {

        String code() {
            return json.path("code").asString("");
        }

        String id() {
            return json.path("id").asString();
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** By somebody who operates all towns. */
    static HttpTestClient forOperator(Map<PlatformService, URI> addresses) {
        return new HttpTestClient(addresses, "").signedInAs("operator", "town-operator@*");
    }

    /** The same services, asked by somebody else. */
    HttpTestClient signedInAs(String person, String... posts) {
        return new HttpTestClient(addresses, TestTokenIssuer.shared().issue(person, posts));
    }

    HttpTestClient anonymous() {
        return new HttpTestClient(addresses, "");
    }

    Response get(PlatformService service, String path) {
        return send(request(service, path).GET());
    }

    Response post(PlatformService service, String path, String body, String... headers) {
        HttpRequest.Builder request = request(service, path)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    Response delete(PlatformService service, String path) {
        return send(request(service, path).DELETE());
    }

    /** Takes what somebody is shown who says what for. */
    Response get(PlatformService service, String path, String purpose) {
        return send(request(service, path).header("X-Purpose", purpose).GET());
    }

    /** Takes a territory over, as GeoJSON. */
    void importTerritory(String territory) {
        Response answer = post(
                PlatformService.GRID_MANAGEMENT,
                "/api/territory/import",
                territory,
                "Content-Type",
                "application/geo+json");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }

    Response upload(PlatformService service, String path, Path file, String... headers) throws IOException {
        HttpRequest.Builder request = request(service, path).POST(HttpRequest.BodyPublishers.ofFile(file));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    HttpRequest.Builder request(PlatformService service, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        Objects.requireNonNull(addresses.get(service)).resolve(path))
                .timeout(Duration.ofSeconds(60));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Response send(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            boolean json =
                    response.headers().firstValue("content-type").orElse("").contains("json");
            // What is no JSON is not read: it may have no end.
            try (InputStream body = response.body()) {
                return new Response(
                        response.statusCode(),
                        json
                                ? JsonMapper.shared().readTree(body)
                                : JsonMapper.shared().nullNode(),
                        response.headers());
            }
        } catch (IOException e) {
            throw new AssertionError("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
