package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.testkit.TestTokenIssuer;
import tools.jackson.databind.JsonNode;

/** Runs the whole program in a separate process and kills it in the middle of an import. */
class ImportCrashTest {

    private static final int ROWS = 8_000;
    private static final String TOWN = "990000002";
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private final Map<PlatformService, URI> addresses = new EnumMap<>(PlatformService.class);
    private final List<String> command = new ArrayList<>();
    private final HttpTestClient http = HttpTestClient.forOperator(addresses);
    private @Nullable Process process;

    @BeforeEach
    void choosePorts() throws IOException {
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StandaloneApplication.class.getName(),
                "--yiqiao.demo=false",
                TestTokenIssuer.shared().serviceArgument(),
                "--yiqiao.data-dir=" + folder.resolve("data"),
                "--yiqiao.ports.kafka=0",
                "--yiqiao.ports.mongodb=0"));
        for (PlatformService service : PlatformService.values()) {
            try (ServerSocket socket = new ServerSocket(0)) {
                addresses.put(service, URI.create("http://127.0.0.1:" + socket.getLocalPort()));
                command.add("--yiqiao.ports." + service.id() + "=" + socket.getLocalPort());
            }
        }
    }

    @AfterEach
    void stopProcess() throws InterruptedException {
        kill();
    }

    @Test
    void killedImportEndsWithTheSameFigures() throws Exception {
        start();
        assertThat(http.upload(
                                PlatformService.GRID_MANAGEMENT,
                                "/api/territory/import",
                                Files.writeString(folder.resolve("town.geojson"), territory()),
                                "Content-Type",
                                "application/geo+json")
                        .status())
                .isEqualTo(200);
        String report = upload();
        await().atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> http.get(PlatformService.RESIDENT_REQUESTS, report)
                                .json()
                                .path("read")
                                .asInt()
                        >= 1_500);
        kill();

        start();
        String again = upload();

        JsonNode first = awaitImportEnd(report);
        assertThat(first.path("read").asInt()).isEqualTo(ROWS);
        assertThat(first.path("imported").asInt()).isEqualTo(ROWS);
        JsonNode second = awaitImportEnd(again);
        assertThat(second.path("unchanged").asInt()).isEqualTo(ROWS);
        assertThat(second.path("alreadyPresent").asInt()).isEqualTo(ROWS);
        assertThat(second.path("imported").asInt()).isZero();
        await().atMost(TIMEOUT).untilAsserted(() -> {
            JsonNode summary = http.get(PlatformService.GOVERNANCE_CENTER, "/api/summary?scope=" + TOWN)
                    .json();
            assertThat(summary.path("total").asInt()).isEqualTo(ROWS);
            assertThat(summary.path("closed").asInt()).isEqualTo(ROWS / 2);
            assertThat(summary.path("unrouted").asInt()).isEqualTo(ROWS / 4);
            assertThat(summary.path("children").path(0).path("total").asInt()).isEqualTo(ROWS * 3 / 4);
        });
    }

    private void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    private void start() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "console.txt")))
                .start();
        await().atMost(TIMEOUT)
                .ignoreExceptions()
                .until(() -> PlatformService.values().length
                        == Arrays.stream(PlatformService.values())
                                .filter(service -> isReady(service))
                                .count());
    }

    private boolean isReady(PlatformService service) {
        try {
            return http.get(service, "/actuator/health/readiness").status() == 200;
        } catch (AssertionError notYet) {
            return false;
        }
    }

    private String upload() throws IOException {
        Path csv = folder.resolve("requests.csv");
        StringBuilder rows = new StringBuilder(
                "service_request_id,status,service_name,requested_datetime,updated_datetime,lat,long\n");
        for (int i = 0; i < ROWS; i++) {
            Instant requested = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i * 600L);
            rows.append("r%d,%s,Service %d,%s,%s,%s,10.5\n"
                    .formatted(
                            i,
                            i % 2 == 0 ? "open" : "closed",
                            i % 3,
                            requested,
                            requested.plusSeconds(7_200),
                            i % 4 == 3 ? "51.1" : "50.5"));
        }
        Files.writeString(csv, rows);
        HttpTestClient.Response accepted =
                http.upload(PlatformService.RESIDENT_REQUESTS, "/api/requests/import", csv, "Content-Type", "text/csv");
        assertThat(accepted.status()).isEqualTo(202);
        return accepted.header("Location");
    }

    private JsonNode awaitImportEnd(String report) {
        return await().atMost(TIMEOUT)
                .until(() -> http.get(PlatformService.RESIDENT_REQUESTS, report).json(), json -> json.path("state")
                        .asString()
                        .equals("done"));
    }

    private static String territory() {
        String square =
                "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[10,50],[11,50],[11,51],[10,51],[10,50]]]}";
        return """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"level":"township","code":"%1$s","name":"Town"},%2$s},
                {"type":"Feature","properties":{"level":"community","code":"%1$s001","name":"C","parent":"%1$s"},%2$s}]}""".formatted(TOWN, square);
    }
}
