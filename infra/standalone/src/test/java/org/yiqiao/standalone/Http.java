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
import org.yiqiao.contracts.Service;
import org.yiqiao.testkit.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the services as any client would.
 *
 * @param token of who asks; empty for somebody who does not say
 */
record Http(Map<Service, URI> addresses, String token) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What was answered. */
    record Answer(int status, JsonNode json, HttpHeaders headers) {

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
    static Http byOperator(Map<Service, URI> addresses) {
        return new Http(addresses, "").by("operator", "town-operator@*");
    }

    /** The same services, asked by somebody else. */
    Http by(String person, String... posts) {
        return new Http(addresses, Tokens.shared().of(person, posts));
    }

    Http byNobody() {
        return new Http(addresses, "");
    }

    Answer get(Service service, String path) {
        return send(request(service, path).GET());
    }

    Answer post(Service service, String path, String body, String... headers) {
        HttpRequest.Builder request = request(service, path)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    Answer delete(Service service, String path) {
        return send(request(service, path).DELETE());
    }

    /** Takes what somebody is shown who says what for. */
    Answer get(Service service, String path, String purpose) {
        return send(request(service, path).header("X-Purpose", purpose).GET());
    }

    /** Takes a territory over, as GeoJSON. */
    void importTerritory(String territory) {
        Answer answer = post(
                Service.GRID_MANAGEMENT, "/api/territory/import", territory, "Content-Type", "application/geo+json");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }

    Answer upload(Service service, String path, Path file, String... headers) throws IOException {
        HttpRequest.Builder request = request(service, path).POST(HttpRequest.BodyPublishers.ofFile(file));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    HttpRequest.Builder request(Service service, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        Objects.requireNonNull(addresses.get(service)).resolve(path))
                .timeout(Duration.ofSeconds(60));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            boolean json =
                    response.headers().firstValue("content-type").orElse("").contains("json");
            // What is no JSON is not read: it may have no end.
            try (InputStream body = response.body()) {
                return new Answer(
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
