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
import org.yiqiao.faults.cluster.ServiceClient;
import org.yiqiao.faults.cluster.TestUser;

/** The town as it is before anything happens: two communities of two grids with their chiefs, and an organization. */
public final class TownFixture {

    public static final String TOWNSHIP_CODE = "990000003";

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final TestUser CHIEF =
            new TestUser("chief-1", grids().map(grid -> "grid-chief@" + grid).toList());
    private static final TestUser WORKER = worker("worker-1");

    private final String organization;

    private TownFixture(String organization) {
        this.organization = organization;
    }

    /** Lays it through the services' APIs, and waits until all of them know of it. */
    public static TownFixture create(ServiceClient http) throws IOException {
        requireSuccess(http.post(
                PlatformService.GRID_MANAGEMENT,
                "/api/territory/import",
                TestUser.operator(),
                territoryGeoJson(),
                Map.of("Content-Type", "application/geo+json")));
        for (String grid : grids().toList()) {
            requireSuccess(http.post(
                    PlatformService.GRID_MANAGEMENT,
                    "/api/grids/" + grid + "/appoint-chief",
                    TestUser.operator(),
                    Map.of("person", CHIEF.id()),
                    Map.of()));
        }
        List<String> organization = new ArrayList<>();
        Await.until(PATIENCE, () -> fileOrganization(http, organization));
        Await.until(PATIENCE, () -> isReplicated(http));
        return new TownFixture(organization.getFirst());
    }

    String organization() {
        return organization;
    }

    /** The chief of all grids. */
    TestUser chief() {
        return CHIEF;
    }

    /** Somebody of the town's communities who opens, verifies and closes cases. */
    static TestUser worker(String id) {
        return new TestUser(id, List.of("community-worker@" + TOWNSHIP_CODE));
    }

    static TestUser resident(String id) {
        return new TestUser(id, List.of("resident@" + TOWNSHIP_CODE));
    }

    /** Who leads the organization that helps. */
    TestUser organizationLead() {
        return new TestUser("lead-1", List.of("organization-lead@organization:" + organization));
    }

    Map<String, Double> randomLocation(Random random) {
        return Map.of("lat", 50 + 0.01 + random.nextDouble() * 0.98, "long", 10 + 0.01 + random.nextDouble() * 3.98);
    }

    private static boolean fileOrganization(ServiceClient http, List<String> organization) {
        try {
            ServiceClient.ServiceResponse answer = http.post(
                    PlatformService.SOCIAL_ORGANIZATIONS,
                    "/api/organizations",
                    WORKER,
                    Map.of("name", "Neighbours", "type", "SERVICE", "community", TOWNSHIP_CODE + "001"),
                    Map.of("Idempotency-Key", "ground"));
            if (answer.isSuccess()) {
                organization.add(answer.body().path("id").asString());
            }
            return answer.isSuccess();
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a request is routed, dispatched and measured. */
    private static boolean isReplicated(ServiceClient http) {
        try {
            ServiceClient.ServiceResponse submitted = http.post(
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

    private static void requireSuccess(ServiceClient.ServiceResponse answer) {
        if (!answer.isSuccess()) {
            throw new IllegalStateException("The ground cannot be laid: " + answer);
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
        String above = parent.isEmpty() ? "" : ",\"parent\":\"" + parent + "\"";
        return """
                {"type":"Feature","properties":{"level":"%s","code":"%s","name":"%s"%s},
                 "geometry":{"type":"Polygon","coordinates":[[[%5$d,50],[%6$d,50],[%6$d,51],[%5$d,51],[%5$d,50]]]}}""".formatted(level, code, code, above, west, east);
    }
}
