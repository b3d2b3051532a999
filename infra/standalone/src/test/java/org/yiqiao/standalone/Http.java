package org.yiqiao.standalone;

import java.io.IOException;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the services as any client would. */
record Http(Map<Service, URI> addresses) {

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

    Answer upload(Service service, String path, Path file, String... headers) throws IOException {
        HttpRequest.Builder request = request(service, path).POST(HttpRequest.BodyPublishers.ofFile(file));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    private HttpRequest.Builder request(Service service, String path) {
        return HttpRequest.newBuilder(
                        Objects.requireNonNull(addresses.get(service)).resolve(path))
                .timeout(Duration.ofSeconds(60));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("content-type").orElse("").contains("json");
            return new Answer(
                    response.statusCode(),
                    json
                            ? JsonMapper.shared().readTree(response.body())
                            : JsonMapper.shared().nullNode(),
                    response.headers());
        } catch (IOException e) {
            throw new AssertionError("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
