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
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.contracts.Role;
import org.yiqiao.testkit.TestTokenIssuer;
import org.yiqiao.testkit.api.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the services as an external client does.
 *
 * @param token bearer token of the caller; empty for an anonymous caller
 */
record HttpTestClient(Map<PlatformService, URI> addresses, String token) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

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

    /** Returns a client that is signed in as an operator of all towns. */
    static HttpTestClient forOperator(Map<PlatformService, URI> addresses) {
        return new HttpTestClient(addresses, "").signedInAs("operator", "town-operator@*");
    }

    /** Returns a client for the same services that is signed in as another person. */
    HttpTestClient signedInAs(String person, String... posts) {
        return new HttpTestClient(addresses, TestTokenIssuer.shared().issue(person, posts));
    }

    /** Returns a client for the same services, for a person that holds every post everywhere. */
    HttpTestClient signedInWithEveryPost(String person) {
        return signedInAs(
                person,
                Arrays.stream(Role.values()).map(role -> role.wireName() + "@*").toArray(String[]::new));
    }

    HttpTestClient anonymous() {
        return new HttpTestClient(addresses, "");
    }

    Response get(PlatformService service, String path) {
        return send(service, request(service, path).GET());
    }

    Response post(PlatformService service, String path, String body, String... headers) {
        HttpRequest.Builder request = request(service, path)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(service, request);
    }

    Response put(PlatformService service, String path, String body, String type) {
        return send(
                service,
                request(service, path)
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", type));
    }

    Response delete(PlatformService service, String path) {
        return send(service, request(service, path).DELETE());
    }

    /** Reads a resource and states the purpose of the access. */
    Response get(PlatformService service, String path, String purpose) {
        return send(service, request(service, path).header("X-Purpose", purpose).GET());
    }

    /** Reads a text in UTF-8 and states the purpose of the access. */
    String getText(PlatformService service, String path, String purpose) throws IOException {
        try {
            HttpResponse<String> response = CLIENT.send(
                    request(service, path).header("X-Purpose", purpose).GET().build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Imports a territory in GeoJSON format. */
    void importTerritory(String territory) {
        Response response = post(
                PlatformService.GRID_MANAGEMENT,
                "/api/territory/import",
                territory,
                "Content-Type",
                "application/geo+json");
        assertThat(response.status()).as(response.json().toString()).isEqualTo(200);
    }

    Response upload(PlatformService service, String path, Path file, String... headers) throws IOException {
        HttpRequest.Builder request = request(service, path).POST(HttpRequest.BodyPublishers.ofFile(file));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(service, request);
    }

    HttpRequest.Builder request(PlatformService service, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        Objects.requireNonNull(addresses.get(service)).resolve(path))
                .timeout(Duration.ofSeconds(60));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Response send(PlatformService service, HttpRequest.Builder builder) {
        try {
            HttpRequest request = builder.build();
            HttpResponse<InputStream> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
            String type = response.headers().firstValue("content-type").orElse("");
            boolean isJson = type.contains("json");
            // Only JSON is read: another body is possibly endless.
            try (InputStream body = response.body()) {
                JsonNode json = isJson ? JsonMapper.shared().readTree(body) : null;
                DocumentedAnswers.check(
                        service,
                        this,
                        new Answer(
                                request.method(),
                                request.uri().getRawPath(),
                                response.statusCode(),
                                type.split(";", 2)[0],
                                json));
                return new Response(
                        response.statusCode(),
                        json == null ? JsonMapper.shared().nullNode() : json,
                        response.headers());
            }
        } catch (IOException e) {
            throw new AssertionError("No response", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
