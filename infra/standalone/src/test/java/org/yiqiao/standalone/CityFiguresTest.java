package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.PlatformService;
import tools.jackson.databind.JsonNode;

/**
 * Compares the figures for half a year of a real city with those of an independent program. The data are not part of
 * the project, but stored beside it; without them this test is skipped.
 */
class CityFiguresTest {

    private static final Path DATA = Path.of("../../../shared/data");
    private static final String TOWN = "900101001";

    private static final HttpTestClient http = SharedPlatform.http();

    @Test
    void citySummaryEqualsTheIndependentCount() throws IOException {
        Assumptions.assumeTrue(
                Files.exists(DATA.resolve("boston-open311-2017h2.csv.gz")),
                "skipped: no city data in " + DATA.toAbsolutePath().normalize());
        assertThat(http.upload(
                                PlatformService.GRID_MANAGEMENT,
                                "/api/territory/import",
                                DATA.resolve("boston-territory.geojson"),
                                "Content-Type",
                                "application/geo+json")
                        .json()
                        .path("places")
                        .asInt())
                .isEqualTo(1_576);

        JsonNode first = importRequests();
        assertThat(first.path("read").asInt()).isEqualTo(34_508);
        assertThat(first.path("imported").asInt() + first.path("alreadyPresent").asInt())
                .isEqualTo(34_507);
        assertThat(first.path("unrouted").asInt()).isEqualTo(5);
        assertThat(first.path("rejected").asInt()).isEqualTo(1);
        // The coordinates of one request in the city lie 916 km away in the Atlantic.
        assertThat(first.path("rejections").path(0).path("code").asString()).isEqualTo("row.too-far");

        JsonNode summary = awaitSummary();
        assertThat(summary.path("open").asInt()).isEqualTo(4_014);
        assertThat(summary.path("closed").asInt()).isEqualTo(30_493);
        assertThat(summary.path("unrouted").asInt()).isEqualTo(5);
        List<Integer> communities = new ArrayList<>();
        summary.path("children")
                .forEach(child -> communities.add(child.path("total").asInt()));
        assertThat(communities).containsExactly(575, 1_090, 11, 1_228, 9_141, 6_554, 2_787, 7_951, 5_165);
        Map<String, List<Number>> services = new HashMap<>();
        summary.path("byService")
                .forEach(service -> services.put(
                        service.path("service").asString(),
                        List.of(
                                service.path("closed").asInt(),
                                service.path("medianHours").asDouble())));
        assertThat(services)
                .isEqualTo(Map.of(
                        "Illegal Parking", List.of(17_482, 2.978),
                        "Other", List.of(9_137, 24.517),
                        "Abandoned Vehicle", List.of(1_959, 411.425),
                        "Sidewalk Not Shoveled", List.of(1_915, 6.99)));

        JsonNode second = importRequests();
        assertThat(second.path("unchanged").asInt()).isEqualTo(34_507);
        assertThat(second.path("alreadyPresent").asInt()).isEqualTo(34_507);
        assertThat(second.path("imported").asInt()).isZero();
        assertThat(awaitSummary()).isEqualTo(summary);
    }

    private JsonNode importRequests() throws IOException {
        HttpTestClient.Response accepted = http.upload(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests/import",
                DATA.resolve("boston-open311-2017h2.csv.gz"),
                "Content-Type",
                "text/csv",
                "Content-Encoding",
                "gzip");
        assertThat(accepted.status()).isEqualTo(202);
        return await().atMost(Duration.ofMinutes(5))
                .until(
                        () -> http.get(PlatformService.RESIDENT_REQUESTS, accepted.header("Location"))
                                .json(),
                        report -> !report.path("state").asString().equals("running"));
    }

    private JsonNode awaitSummary() {
        return await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> http.get(PlatformService.GOVERNANCE_CENTER, "/api/summary?scope=" + TOWN)
                                .json(),
                        summary -> summary.path("total").asInt() == 34_507
                                && summary.path("closed").asInt() == 30_493);
    }
}
