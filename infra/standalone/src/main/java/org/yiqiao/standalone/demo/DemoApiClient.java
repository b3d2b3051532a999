package org.yiqiao.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.yiqiao.contracts.PlatformService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the services' APIs on behalf of people of the demo town. */
final class DemoApiClient {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<PlatformService, URI> addresses;
    private final AccessTokenProvider tokens;

    DemoApiClient(Map<PlatformService, URI> addresses, AccessTokenProvider tokens) {
        this.addresses = addresses;
        this.tokens = tokens;
    }

    /** A service responded with an error status. */
    static final class RequestFailedException extends IOException {

        private final int status;
        private final String code;

        RequestFailedException(String path, int status, String body, String code) {
            super(path + " → " + status + " " + body);
            this.status = status;
            this.code = code;
        }

        int status() {
            return status;
        }

        String code() {
            return code;
        }
    }

    JsonNode get(PlatformService service, String path, String person) throws IOException, InterruptedException {
        return send(path, request(service, path, person).GET());
    }

    /**
     * Posts a command on behalf of a person.
     *
     * @param key source of the idempotency key: a command that is sent again has the same key and no second effect
     */
    JsonNode post(PlatformService service, String path, String person, String key, Object body)
            throws IOException, InterruptedException {
        return send(
                path,
                request(service, path, person)
                        .header("Content-Type", "application/json")
                        .header(
                                "Idempotency-Key",
                                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))
                                        .toString())
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    JsonNode upload(PlatformService service, String path, String person, String type, String body)
            throws IOException, InterruptedException {
        return send(
                path,
                request(service, path, person)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(PlatformService service, String path, String person)
            throws IOException, InterruptedException {
        return HttpRequest.newBuilder(
                        Objects.requireNonNull(addresses.get(service)).resolve(path))
                .header("Authorization", "Bearer " + tokens.token(person))
                .timeout(Duration.ofSeconds(30));
    }

    private JsonNode send(String path, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        JsonNode body = response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
        if (response.statusCode() >= 400) {
            throw new RequestFailedException(
                    path,
                    response.statusCode(),
                    response.body(),
                    body.path("code").asString(""));
        }
        return body;
    }
}
