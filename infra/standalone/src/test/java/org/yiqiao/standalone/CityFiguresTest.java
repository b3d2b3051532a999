package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.testkit.TestTokenIssuer;
import tools.jackson.databind.JsonNode;

/**
 * Compares the figures for half a year of a real city with those of an independent program. The data are not part of
 * the project, but stored beside it; without them this test is skipped.
 */
class CityFiguresTest {

    private static final Path DATA = Path.of("../../../shared/data");
    private static final String TOWN = "900101001";

    /** A request of the city with coordinates in the Atlantic, 916 km away from the city. */
    private static final String LINE_FAR_OUT_AT_SEA = "37319";

    private static final String ID_FAR_OUT_AT_SEA = "101002296207";

    /** The figures of the independent program. */
    private static final Figures WHOLE_FILE = new Figures(
            4_014,
            30_494,
            6,
            List.of(575, 1_090, 11, 1_228, 9_141, 6_554, 2_787, 7_951, 5_165),
            Map.of(
                    "Illegal Parking", List.of(17_482, 2.978),
                    "Other", List.of(9_137, 24.517),
                    "Abandoned Vehicle", List.of(1_959, 411.425),
                    "Sidewalk Not Shoveled", List.of(1_916, 7.0)));

    /** The figures of the independent program for the file without the request far out at sea. */
    private static final Figures WITHOUT_ROW_AT_SEA = new Figures(
            WHOLE_FILE.open(),
            WHOLE_FILE.closed() - 1,
            WHOLE_FILE.unrouted() - 1,
            WHOLE_FILE.communities(),
            Map.of(
                    "Illegal Parking", List.of(17_482, 2.978),
                    "Other", List.of(9_137, 24.517),
                    "Abandoned Vehicle", List.of(1_959, 411.425),
                    "Sidewalk Not Shoveled", List.of(1_915, 6.99)));

    private record Figures(
            int open, int closed, int unrouted, List<Integer> communities, Map<String, List<Number>> services) {

        static Figures of(JsonNode summary) {
            List<Integer> communities = new ArrayList<>();
            summary.path("children")
                    .forEach(child -> communities.add(child.path("total").asInt()));
            Map<String, List<Number>> services = new HashMap<>();
            summary.path("byService")
                    .forEach(service -> services.put(
                            service.path("service").asString(),
                            List.of(
                                    service.path("closed").asInt(),
                                    service.path("medianHours").asDouble())));
            return new Figures(
                    summary.path("open").asInt(),
                    summary.path("closed").asInt(),
                    summary.path("unrouted").asInt(),
                    communities,
                    services);
        }

        int total() {
            return open + closed;
        }
    }

    @BeforeEach
    void requireData() {
        Assumptions.assumeTrue(
                Files.exists(DATA.resolve("boston-open311-2017h2.csv.gz")),
                "skipped: no city data in " + DATA.toAbsolutePath().normalize());
    }

    @Test
    void everyFigureOfTheWholeFileEqualsTheIndependentCount(@TempDir Path folder) throws IOException {
        try (StandalonePlatform city = startWithoutPracticalLimitOfDistance(folder)) {
            HttpTestClient http = HttpTestClient.forOperator(city.addresses());
            importTerritory(http);

            JsonNode first = importRequests(http);
            assertThat(first.path("read").asInt()).isEqualTo(34_508);
            assertThat(first.path("imported").asInt()).isEqualTo(34_508);
            assertThat(first.path("unrouted").asInt()).isEqualTo(6);
            assertThat(first.path("rejected").asInt()).isZero();
            JsonNode summary = awaitSummary(http, WHOLE_FILE);
            assertThat(Figures.of(summary)).isEqualTo(WHOLE_FILE);

            JsonNode second = importRequests(http);
            assertThat(second.path("unchanged").asInt()).isEqualTo(34_508);
            assertThat(second.path("alreadyPresent").asInt()).isEqualTo(34_508);
            assertThat(second.path("imported").asInt()).isZero();
            assertThat(awaitSummary(http, WHOLE_FILE)).isEqualTo(summary);
        }
    }

    @Test
    void defaultLimitOfDistanceRefusesOnlyTheRowFarOutAtSea() throws IOException {
        HttpTestClient http = SharedPlatform.http();
        importTerritory(http);

        JsonNode report = importRequests(http);
        assertThat(report.path("read").asInt()).isEqualTo(34_508);
        assertThat(report.path("imported").asInt()).isEqualTo(34_507);
        assertThat(report.path("unrouted").asInt()).isEqualTo(5);
        assertThat(report.path("rejected").asInt()).isEqualTo(1);
        String reason = LINE_FAR_OUT_AT_SEA + " row.too-far: ";
        assertThat(http.getText(
                                PlatformService.RESIDENT_REQUESTS,
                                report.path("rejectedRows").asString(),
                                "count the figures of the city")
                        .lines()
                        .skip(1))
                .singleElement()
                .satisfies(row -> assertThat(row).contains(ID_FAR_OUT_AT_SEA, reason));
        assertThat(Figures.of(awaitSummary(http, WITHOUT_ROW_AT_SEA))).isEqualTo(WITHOUT_ROW_AT_SEA);
    }

    private static StandalonePlatform startWithoutPracticalLimitOfDistance(Path folder) {
        StandaloneSettings settings = new StandaloneSettings(
                folder,
                false,
                "127.0.0.1",
                Arrays.stream(PlatformService.values()).collect(Collectors.toMap(Function.identity(), any -> 0)),
                0,
                0,
                Optional.empty(),
                Optional.empty());
        return StandalonePlatform.start(
                settings,
                new String[] {TestTokenIssuer.shared().serviceArgument(), "--yiqiao.routing.max-distance-km=2000"},
                new StartupConsole());
    }

    private static void importTerritory(HttpTestClient http) throws IOException {
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
    }

    private static JsonNode importRequests(HttpTestClient http) throws IOException {
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

    private static JsonNode awaitSummary(HttpTestClient http, Figures expected) {
        return await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> http.get(PlatformService.GOVERNANCE_CENTER, "/api/summary?scope=" + TOWN)
                                .json(),
                        summary -> summary.path("total").asInt() == expected.total()
                                && summary.path("closed").asInt() == expected.closed());
    }
}
