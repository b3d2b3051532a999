package org.yiqiao.standalone.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.yiqiao.contracts.PlatformService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Creates the history of the demo town: a month of requests, some requests of today, a matter, and an organization that
 * helps.
 */
final class DemoScenario {

    private static final long SEED = 20_260_101;
    private static final int PAST_REQUESTS = 72;

    /** The id of the town operator. */
    static final String OPERATOR = "operator-1";

    /** The id of the resident with two requests of today. */
    static final String RESIDENT = "resident-1";

    /**
     * The source of the idempotency key for filing the organization. The key and the caller determine the
     * organization's id.
     */
    static final String ORGANIZATION_KEY = "demo organization";

    private static final Duration RETRY_TIMEOUT = Duration.ofSeconds(20);
    private static final List<String> SERVICES = List.of("停车管理", "垃圾分类", "路灯报修", "噪声扰民", "公共设施维修", "邻里互助", "政策咨询");

    private final DemoApiClient client;
    private final Instant now;
    private final Random random = new Random(SEED);
    private final DemoTerritory territory = new DemoTerritory(SEED);

    DemoScenario(DemoApiClient client, Instant now) {
        this.client = client;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    void run() throws IOException, InterruptedException {
        client.upload(
                PlatformService.GRID_MANAGEMENT,
                "/api/territory/import",
                OPERATOR,
                "application/geo+json",
                JsonMapper.shared().writeValueAsString(territory.geoJson()));
        appointChiefs();
        client.upload(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests/import?source=demo",
                OPERATOR,
                "text/csv",
                pastRequestsCsv());
        completeOneRequest();
        reportMatter();
        claimForOrganization();
    }

    private void appointChiefs() throws IOException, InterruptedException {
        for (int community = 0; community < DemoTerritory.COMMUNITIES.size(); community++) {
            for (int grid = 0; grid < DemoTerritory.GRIDS_PER_COMMUNITY; grid++) {
                String chief = chiefId(community, grid);
                client.post(
                        PlatformService.GRID_MANAGEMENT,
                        "/api/grid-posts/" + DemoTerritory.gridCode(community, grid) + "/appoint-chief",
                        OPERATOR,
                        chief,
                        Map.of("person", chief));
            }
        }
    }

    /** Returns the id of a grid's chief; both indexes are zero-based. */
    static String chiefId(int community, int grid) {
        return "chief-" + (community + 1) + "-" + (grid + 1);
    }

    private String pastRequestsCsv() {
        StringBuilder csv = new StringBuilder(
                "service_request_id,status,service_name,description,requested_datetime,updated_datetime,lat,long\n");
        for (int i = 0; i < PAST_REQUESTS; i++) {
            Instant requested = now.minus(Duration.ofMinutes(90 + random.nextInt(30 * 24 * 60)));
            Instant closed = requested.plus(Duration.ofMinutes((long) (20 + 900 * -Math.log(1 - random.nextDouble()))));
            boolean open = closed.isAfter(now) || random.nextInt(6) == 0;
            double[] point = territory.randomPoint(random);
            csv.append("past-%03d,%s,%s,%s,%s,%s,%s,%s%n"
                    .formatted(
                            i + 1,
                            open ? "open" : "closed",
                            SERVICES.get((int) Math.min(SERVICES.size() - 1, Math.abs(random.nextGaussian()) * 2.6)),
                            "演示数据",
                            requested,
                            open ? requested : closed,
                            point[1],
                            point[0]));
        }
        return csv.toString();
    }

    private void completeOneRequest() throws IOException, InterruptedException {
        String request = submit("streetlight", "路灯报修", "HELP", "3幢楼下的路灯不亮了。");
        String path = "/api/requests/" + request;
        command(path, "classify", OPERATOR, Map.of("kind", "HELP", "caseKind", "IMMEDIATE"));
        String handler = dispatch(path);
        command(path, "accept", handler, Map.of());
        command(path, "resolve", handler, Map.of("measures", "已更换灯泡。"));
        command(path, "verify", OPERATOR, Map.of("solved", true));
        command(path, "close", OPERATOR, Map.of());
        command(path, "rate", RESIDENT, Map.of("solved", true, "satisfaction", "VERY_SATISFIED"));
    }

    /** Dispatches the request once the service knows the appointed chief; returns the handler's id. */
    private String dispatch(String path) throws IOException, InterruptedException {
        return retryUntilAccepted(() -> command(path, "dispatch", OPERATOR, Map.of()))
                .path("handler")
                .asString();
    }

    private void reportMatter() throws IOException, InterruptedException {
        double[] point = territory.randomPoint(random);
        client.post(
                PlatformService.GRID_MANAGEMENT,
                "/api/matters",
                chiefAt(point),
                "demo matter",
                Map.of(
                        "service", "公共设施维修",
                        "description", "巡查发现健身器材松动。",
                        "location", Map.of("lat", point[1], "long", point[0])));
    }

    private String chiefAt(double[] point) throws IOException, InterruptedException {
        String grid = client.get(
                        PlatformService.GRID_MANAGEMENT,
                        "/api/territory/places?at=%s,%s".formatted(point[1], point[0]),
                        OPERATOR)
                .path("chain")
                .path(2)
                .path("code")
                .asString();
        return client.get(PlatformService.GRID_MANAGEMENT, "/api/grid-posts/" + grid, OPERATOR)
                .path("chief")
                .asString();
    }

    private void claimForOrganization() throws IOException, InterruptedException {
        String request = submit("shopping", "邻里互助", "HELP", "行动不便，想请人帮忙买菜。");
        String organization = retryUntilAccepted(() -> client.post(
                        PlatformService.SOCIAL_ORGANIZATIONS,
                        "/api/organizations",
                        OPERATOR,
                        ORGANIZATION_KEY,
                        Map.of("name", "渔浦邻里帮", "type", "SERVICE", "community", DemoTerritory.TOWN + "001")))
                .path("id")
                .asString();
        retryUntilAccepted(() -> client.post(
                PlatformService.SOCIAL_ORGANIZATIONS,
                "/api/claims",
                OPERATOR,
                "demo claim",
                Map.of("request", request, "organization", organization)));
    }

    private String submit(String key, String service, String kind, String description)
            throws IOException, InterruptedException {
        double[] point = territory.randomPoint(random);
        return client.post(
                        PlatformService.RESIDENT_REQUESTS,
                        "/api/requests",
                        RESIDENT,
                        "demo request " + key,
                        Map.of(
                                "service", service,
                                "kind", kind,
                                "description", description,
                                "location", Map.of("lat", point[1], "long", point[0])))
                .path("id")
                .asString();
    }

    private JsonNode command(String path, String verb, String actor, Object body)
            throws IOException, InterruptedException {
        return client.post(PlatformService.RESIDENT_REQUESTS, path + "/" + verb, actor, path + verb, body);
    }

    /** Retries a rejected call, because a service has possibly not processed another service's events yet. */
    private static <T> T retryUntilAccepted(RetryableCall<T> call) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + RETRY_TIMEOUT.toNanos();
        while (true) {
            try {
                return call.execute();
            } catch (DemoApiClient.RequestFailedException e) {
                if (e.status() >= 500 || System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private interface RetryableCall<T> {
        T execute() throws IOException, InterruptedException;
    }
}
