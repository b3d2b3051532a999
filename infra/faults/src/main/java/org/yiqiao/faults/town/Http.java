package org.yiqiao.faults.town;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.yiqiao.contracts.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks services of the town as any client would. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final Town town;
    private final Duration patience;

    /** @param patience after it a request is given up, with an unknown effect */
    public Http(Town town, Duration patience) {
        this.town = town;
        this.patience = patience;
    }

    /** @param version of the aggregate, by its ETag; 0 without one */
    public record Answer(int status, long version, JsonNode body) {

        public boolean isSuccess() {
            return status < 300;
        }

        /** Whether a later attempt may be answered otherwise. */
        public boolean isPassing() {
            return status >= 500;
        }
    }

    /** @throws IOException if no answer came */
    public Answer get(Service service, String path, Person by) throws IOException {
        return send(request(service, path, by).GET());
    }

    /** @throws IOException if no answer came; the effect is unknown then */
    public Answer post(Service service, String path, Person by, Object body, Map<String, String> headers)
            throws IOException {
        String json = body instanceof String text ? text : JsonMapper.shared().writeValueAsString(body);
        HttpRequest.Builder request = request(service, path, by)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        headers.forEach(request::setHeader);
        return send(request);
    }

    private HttpRequest.Builder request(Service service, String path, Person by) {
        return HttpRequest.newBuilder(town.address(service).resolve(path)).header("Authorization", by.authorization());
    }

    /** The status that an address answers; 0 if none. */
    int status(URI address) {
        try {
            return send(HttpRequest.newBuilder(address).GET()).status();
        } catch (IOException e) {
            return 0;
        }
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response =
                    CLIENT.send(request.timeout(patience).build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), version(response), body(response));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static long version(HttpResponse<?> response) {
        return response.headers()
                .firstValue("ETag")
                .map(etag -> Long.valueOf(etag.replace("\"", "")))
                .orElse(0L);
    }

    private static JsonNode body(HttpResponse<byte[]> response) {
        boolean json = response.headers().firstValue("content-type").orElse("").contains("json");
        return json
                ? JsonMapper.shared().readTree(response.body())
                : JsonMapper.shared().nullNode();
    }
}
