package org.yiqiao.bench.subject;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.yiqiao.bench.backend.BrokerAndStoreProcesses;
import org.yiqiao.bench.load.HttpLoadSender;
import org.yiqiao.bench.process.ChildProcess;
import org.yiqiao.bench.process.ReadinessPoller;
import org.yiqiao.infra.port.FreePort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Yiqiao's services as processes on one broker and store, with their own settings. Only the rate limits are switched
 * off.
 */
public final class BenchmarkServiceProcesses {

    public static final String GRID = "grid-management";
    public static final String REQUESTS = "resident-requests";
    public static final String CENTER = "governance-center";

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final BrokerAndStoreProcesses backend;
    private final String name;
    private final Map<String, URI> addresses = new HashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param name name of this set of services, used for its logs and files */
    public BenchmarkServiceProcesses(BrokerAndStoreProcesses backend, String name) {
        this.backend = backend;
        this.name = name;
    }

    /**
     * A response of a service.
     *
     * @param json the body, or a JSON null if the body is not JSON
     * @param location the {@code Location} header, or an empty string
     */
    public record JsonResponse(int status, JsonNode json, String location) {}

    /** Returns a sender of the residents' requests to resident requests. */
    public HttpLoadSender requestSender() {
        return new HttpLoadSender(address(REQUESTS).resolve("/api/requests"), BenchmarkTown::requestJson)
                .withAuthorization(BenchmarkAccessTokens::residentAuthorization);
    }

    public URI address(String service) {
        return Objects.requireNonNull(addresses.get(service), service);
    }

    /** Starts a service and waits until it is ready. */
    public ChildProcess start(String service) throws InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + FreePort.of("127.0.0.1", 0, service));
        addresses.put(service, address);
        ChildProcess process = backend.launcher()
                .startApplication(
                        name + "-" + service,
                        "services/" + service,
                        "--server.port=" + address.getPort(),
                        BenchmarkAccessTokens.trustSetting(),
                        // A rate limit per caller would limit the load of these few callers.
                        "--yiqiao.limits.enabled=false",
                        "--spring.kafka.bootstrap-servers=" + backend.bootstrapServers(),
                        "--spring.mongodb.uri=" + backend.mongodbUri(),
                        "--yiqiao.data-dir="
                                + backend.launcher().dataFolder(name + "-files").toAbsolutePath());
        ReadinessPoller.await(process, address);
        return process;
    }

    /** Imports a territory through grid management. Grid management runs only for the import. */
    public void importTerritory(String geoJson) throws IOException, InterruptedException {
        try (ChildProcess grid = start(GRID)) {
            JsonResponse imported = post(GRID, "/api/territory/import", "application/geo+json", geoJson);
            if (imported.status() != 200) {
                throw new IllegalStateException(grid.name() + " rejected the territory: " + imported);
            }
        }
    }

    /**
     * Waits until the territory has reached resident requests. Submits the given request until the response contains
     * its routing path.
     */
    public void awaitRouting(String request) throws InterruptedException {
        ReadinessPoller.await("the territory", TIMEOUT, () -> {
            try {
                JsonResponse response = post(REQUESTS, "/api/requests", "application/json", request);
                return response.status() == 201 && response.json().path("path").size() > 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        });
    }

    public JsonResponse get(String service, String path) throws IOException, InterruptedException {
        return send(request(service, path).GET());
    }

    public JsonResponse post(String service, String path, String type, String body)
            throws IOException, InterruptedException {
        return send(
                request(service, path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** @param headers alternating names and values */
    public JsonResponse upload(String service, String path, Path file, String... headers)
            throws IOException, InterruptedException {
        return send(request(service, path).headers(headers).POST(HttpRequest.BodyPublishers.ofFile(file)));
    }

    private HttpRequest.Builder request(String service, String path) {
        return HttpRequest.newBuilder(address(service).resolve(path))
                .header("Authorization", BenchmarkAccessTokens.operatorAuthorization())
                .timeout(TIMEOUT);
    }

    private JsonResponse send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        boolean json = response.headers().firstValue("content-type").orElse("").contains("json");
        return new JsonResponse(
                response.statusCode(),
                json
                        ? JsonMapper.shared().readTree(response.body())
                        : JsonMapper.shared().nullNode(),
                response.headers().firstValue("location").orElse(""));
    }
}
