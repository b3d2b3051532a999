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
import org.yiqiao.bench.backbone.Backbone;
import org.yiqiao.bench.load.HttpDrive;
import org.yiqiao.bench.process.ChildProcess;
import org.yiqiao.bench.process.Ready;
import org.yiqiao.infra.port.FreePort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Yiqiao's services as processes on one backbone, with their own settings and nothing switched off. */
public final class Services {

    public static final String GRID = "grid-management";
    public static final String REQUESTS = "resident-requests";
    public static final String CENTER = "governance-center";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Backbone backbone;
    private final String name;
    private final Map<String, URI> addresses = new HashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param name of this set of services, for their logs and files */
    public Services(Backbone backbone, String name) {
        this.backbone = backbone;
        this.name = name;
    }

    /** An answer of a service. */
    public record Answer(int status, JsonNode json, String location) {}

    /** The requests of the town's residents, one after the other. */
    public HttpDrive requests() {
        return new HttpDrive(address(REQUESTS).resolve("/api/requests"), Town::request).by(People::resident);
    }

    public URI address(String service) {
        return Objects.requireNonNull(addresses.get(service), service);
    }

    /** Starts a service and waits until it is ready. */
    public ChildProcess start(String service) throws InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + FreePort.of("127.0.0.1", 0, service));
        addresses.put(service, address);
        ChildProcess process = backbone.programs()
                .application(
                        name + "-" + service,
                        "services/" + service,
                        "--server.port=" + address.getPort(),
                        People.setting(),
                        // It is to be seen how much a service takes, by however few callers.
                        "--yiqiao.limits.enabled=false",
                        "--spring.kafka.bootstrap-servers=" + backbone.bootstrapServers(),
                        "--spring.mongodb.uri=" + backbone.mongodbUri(),
                        "--yiqiao.data-dir="
                                + backbone.programs().data(name + "-files").toAbsolutePath());
        Ready.await(process, address);
        return process;
    }

    /** Imports a territory through grid management, which is needed for nothing else and ends again. */
    public void importTerritory(String geoJson) throws IOException, InterruptedException {
        try (ChildProcess grid = start(GRID)) {
            Answer imported = post(GRID, "/api/territory/import", "application/geo+json", geoJson);
            if (imported.status() != 200) {
                throw new IllegalStateException(grid.name() + " refused the territory: " + imported);
            }
        }
    }

    /** Waits until requests are routed, so that the territory has come: submits this one until it is. */
    public void awaitRouting(String request) throws InterruptedException {
        Ready.await("The territory", PATIENCE, () -> {
            try {
                Answer answer = post(REQUESTS, "/api/requests", "application/json", request);
                return answer.status() == 201 && answer.json().path("path").size() > 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        });
    }

    public Answer get(String service, String path) throws IOException, InterruptedException {
        return send(request(service, path).GET());
    }

    public Answer post(String service, String path, String type, String body) throws IOException, InterruptedException {
        return send(
                request(service, path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** @param headers names and values by turns */
    public Answer upload(String service, String path, Path file, String... headers)
            throws IOException, InterruptedException {
        return send(request(service, path).headers(headers).POST(HttpRequest.BodyPublishers.ofFile(file)));
    }

    private HttpRequest.Builder request(String service, String path) {
        return HttpRequest.newBuilder(address(service).resolve(path))
                .header("Authorization", People.operator())
                .timeout(PATIENCE);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        boolean json = response.headers().firstValue("content-type").orElse("").contains("json");
        return new Answer(
                response.statusCode(),
                json
                        ? JsonMapper.shared().readTree(response.body())
                        : JsonMapper.shared().nullNode(),
                response.headers().firstValue("location").orElse(""));
    }
}
