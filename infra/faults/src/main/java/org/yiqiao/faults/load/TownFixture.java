package org.yiqiao.faults.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ServiceHttpClient;
import org.yiqiao.faults.cluster.TestUser;

/** The initial state of the town: two communities, two grids per community with a chief, and an organization. */
public final class TownFixture {

    public static final String TOWNSHIP_CODE = "990000003";

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final TestUser CHIEF =
            new TestUser("chief-1", grids().map(grid -> "grid-chief@" + grid).toList());
    private static final TestUser WORKER = worker("worker-1");

    private final String organization;

    private TownFixture(String organization) {
        this.organization = organization;
    }

    /**
     * Creates the town through the services' APIs and waits up to one minute until all services know it.
     *
     * @throws IllegalStateException if a service rejects a part of the town
     */
    public static TownFixture create(ServiceHttpClient http) throws IOException {
        requireSuccess(http.post(
                PlatformService.GRID_MANAGEMENT,
                "/api/territory/import",
                TestUser.operator(),
                territoryGeoJson(),
                Map.of("Content-Type", "application/geo+json")));
        for (String grid : grids().toList()) {
            requireSuccess(http.post(
                    PlatformService.GRID_MANAGEMENT,
                    "/api/grid-posts/" + grid + "/appoint-chief",
                    TestUser.operator(),
                    Map.of("person", CHIEF.id()),
                    Map.of()));
        }
        List<String> organization = new ArrayList<>();
        Await.until(TIMEOUT, () -> fileOrganization(http, organization));
        Await.until(TIMEOUT, () -> isReplicated(http));
        return new TownFixture(organization.getFirst());
    }

    String organization() {
        return organization;
    }

    /** Returns the chief of all grids. */
    TestUser chief() {
        return CHIEF;
    }

    /** Returns a community worker, authorized to classify, verify and close cases in the whole town. */
    static TestUser worker(String id) {
        return new TestUser(id, List.of("community-worker@" + TOWNSHIP_CODE));
    }

    static TestUser resident(String id) {
        return new TestUser(id, List.of("resident@" + TOWNSHIP_CODE));
    }

    /** Returns the lead of the helping organization. */
    TestUser organizationLead() {
        return new TestUser("lead-1", List.of("organization-lead@organization:" + organization));
    }

    Map<String, Double> randomLocation(Random random) {
        return Map.of("lat", 50 + 0.01 + random.nextDouble() * 0.98, "long", 10 + 0.01 + random.nextDouble() * 3.98);
    }

    private static boolean fileOrganization(ServiceHttpClient http, List<String> organization) {
        try {
            ServiceHttpClient.ServiceResponse response = http.post(
                    PlatformService.SOCIAL_ORGANIZATIONS,
                    "/api/organizations",
                    WORKER,
                    Map.of("name", "Neighbours", "type", "SERVICE", "community", TOWNSHIP_CODE + "001"),
                    Map.of("Idempotency-Key", "ground"));
            if (response.isSuccess()) {
                organization.add(response.body().path("id").asString());
            }
            return response.isSuccess();
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns whether a new request can be classified and dispatched, and the governance center has a summary. */
    private static boolean isReplicated(ServiceHttpClient http) {
        try {
            ServiceHttpClient.ServiceResponse submitted = http.post(
                    PlatformService.RESIDENT_REQUESTS,
                    "/api/requests",
                    resident("resident-0"),
                    Map.of(
                            "service", "Ground",
                            "description", "Ground",
                            "location", Map.of("lat", 50.5, "long", 10.5)),
                    Map.of());
            String request = "/api/requests/" + submitted.body().path("id").asString();
            Map<String, String> body = Map.of("kind", "REPORT", "caseKind", "IMMEDIATE");
            return http.post(PlatformService.RESIDENT_REQUESTS, request + "/classify", WORKER, body, Map.of())
                            .isSuccess()
                    && http.post(PlatformService.RESIDENT_REQUESTS, request + "/dispatch", WORKER, Map.of(), Map.of())
                            .isSuccess()
                    && http.get(PlatformService.GOVERNANCE_CENTER, "/api/summary?scope=" + TOWNSHIP_CODE, WORKER)
                            .isSuccess();
        } catch (IOException e) {
            return false;
        }
    }

    private static void requireSuccess(ServiceHttpClient.ServiceResponse response) {
        if (!response.isSuccess()) {
            throw new IllegalStateException("Cannot create the town: " + response);
        }
    }

    private static Stream<String> grids() {
        return Stream.of(grid(1, 1), grid(1, 2), grid(2, 1), grid(2, 2));
    }

    private static String grid(int community, int grid) {
        return "%s%03d%03d".formatted(TOWNSHIP_CODE, community, grid);
    }

    /** Four grids in a row, each one degree wide. */
    private static String territoryGeoJson() {
        List<String> features = new ArrayList<>();
        features.add(feature("township", TOWNSHIP_CODE, "", 10, 14));
        for (int community = 1; community <= 2; community++) {
            String code = TOWNSHIP_CODE + "%03d".formatted(community);
            int west = 8 + 2 * community;
            features.add(feature("community", code, TOWNSHIP_CODE, west, west + 2));
            for (int grid = 1; grid <= 2; grid++) {
                features.add(feature("grid", grid(community, grid), code, west + grid - 1, west + grid));
            }
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String level, String code, String parent, int west, int east) {
        String parentProperty = parent.isEmpty() ? "" : ",\"parent\":\"" + parent + "\"";
        return """
                {"type":"Feature","properties":{"level":"%s","code":"%s","name":"%s"%s},
                 "geometry":{"type":"Polygon","coordinates":[[[%5$d,50],[%6$d,50],[%6$d,51],[%5$d,51],[%5$d,50]]]}}""".formatted(level, code, code, parentProperty, west, east);
    }
}
