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

/** Calls the services of the cluster as an external client does. */
public final class ServiceHttpClient {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final TestCluster cluster;
    private final Duration timeout;

    /** @param timeout time limit for a request; the effect of a request that exceeds it is unknown */
    public ServiceHttpClient(TestCluster cluster, Duration timeout) {
        this.cluster = cluster;
        this.timeout = timeout;
    }

    /** @param version version of the aggregate from the ETag; 0 without an ETag */
    public record ServiceResponse(int status, long version, JsonNode body) {

        public boolean isSuccess() {
            return status < 300;
        }

        /** Returns whether a later attempt can get a different response. */
        public boolean isRetryable() {
            return status >= 500;
        }
    }

    /** @throws IOException if no response was received */
    public ServiceResponse get(PlatformService service, String path, TestUser caller) throws IOException {
        return send(request(service, path, caller).GET());
    }

    /** @throws IOException if no response was received; the effect is then unknown */
    public ServiceResponse post(
            PlatformService service, String path, TestUser caller, Object body, Map<String, String> headers)
            throws IOException {
        String json = body instanceof String text ? text : JsonMapper.shared().writeValueAsString(body);
        HttpRequest.Builder request = request(service, path, caller)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        headers.forEach(request::setHeader);
        return send(request);
    }

    private HttpRequest.Builder request(PlatformService service, String path, TestUser caller) {
        return HttpRequest.newBuilder(cluster.address(service).resolve(path))
                .header("Authorization", caller.authorization());
    }

    /** Returns the status of a GET request to an address; 0 without a response. */
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
                    CLIENT.send(request.timeout(timeout).build(), HttpResponse.BodyHandlers.ofByteArray());
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
