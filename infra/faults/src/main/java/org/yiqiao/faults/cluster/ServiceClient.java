package org.yiqiao.faults.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.yiqiao.contracts.PlatformService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks services of the town as any client would. */
public final class ServiceClient {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final TestCluster town;
    private final Duration patience;

    /** @param patience after it a request is given up, with an unknown effect */
    public ServiceClient(TestCluster town, Duration patience) {
        this.town = town;
        this.patience = patience;
    }

    /** @param version of the aggregate, by its ETag; 0 without one */
    public record ServiceResponse(int status, long version, JsonNode body) {

        public boolean isSuccess() {
            return status < 300;
        }

        /** Whether a later attempt may be answered otherwise. */
        public boolean isRetryable() {
            return status >= 500;
        }
    }

    /** @throws IOException if no answer came */
    public ServiceResponse get(PlatformService service, String path, TestUser by) throws IOException {
        return send(request(service, path, by).GET());
    }

    /** @throws IOException if no answer came; the effect is unknown then */
    public ServiceResponse post(
            PlatformService service, String path, TestUser by, Object body, Map<String, String> headers)
            throws IOException {
        String json = body instanceof String text ? text : JsonMapper.shared().writeValueAsString(body);
        HttpRequest.Builder request = request(service, path, by)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        headers.forEach(request::setHeader);
        return send(request);
    }

    private HttpRequest.Builder request(PlatformService service, String path, TestUser by) {
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

    private ServiceResponse send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response =
                    CLIENT.send(request.timeout(patience).build(), HttpResponse.BodyHandlers.ofByteArray());
            return new ServiceResponse(response.statusCode(), version(response), body(response));
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
