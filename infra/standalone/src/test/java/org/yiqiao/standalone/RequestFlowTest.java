package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.contracts.PlatformService;

/** Follows requests through the four services, using only the public APIs. */
class RequestFlowTest {

    private static final String TOWN = "990000001";
    private static final String GRID = TOWN + "001001";
    private static final String IN_GRID = "{\"lat\":50.5,\"long\":10.5}";
    private static final String CHIEF = "chief-of-the-grid";

    private static final HttpTestClient http = SharedPlatform.http();
    private static final HttpTestClient chief =
            http.signedInAs(CHIEF, "grid-chief@" + GRID, "community-worker@" + TOWN + "001");
    private static final HttpTestClient worker = http.signedInAs("worker-7", "community-worker@" + TOWN + "001");
    private static final HttpTestClient resident = http.signedInAs("resident-42", "resident@" + TOWN + "001");

    @TempDir
    private Path folder;

    @BeforeAll
    static void createTownWithChief() {
        http.importTerritory(territory());
        assertThat(http.post(
                                PlatformService.GRID_MANAGEMENT,
                                "/api/grid-posts/" + GRID + "/appoint-chief",
                                "{\"person\":\"" + CHIEF + "\",\"name\":\"Zhang San\"}")
                        .status())
                .isEqualTo(200);
        eventually(
                () -> http.get(PlatformService.GOVERNANCE_CENTER, "/api/scopes/" + GRID),
                response -> response.status() == 200);
    }

    @Test
    void territoryImportIsIdempotent() {
        HttpTestClient.Response again = http.post(
                PlatformService.GRID_MANAGEMENT,
                "/api/territory/import",
                territory(),
                "Content-Type",
                "application/geo+json");

        assertThat(again.json().path("unchanged").asInt()).isEqualTo(4);
        assertThat(again.json().path("added").asInt()).isZero();
    }

    @Test
    void pointResolvesToItsChainOfPlaces() {
        HttpTestClient.Response chain = http.get(PlatformService.GRID_MANAGEMENT, "/api/territory/places?at=50.5,10.5");

        assertThat(chain.json().path("chain").values().stream()
                        .map(place -> place.path("code").asString()))
                .containsExactly(TOWN, TOWN + "001", GRID, GRID + "01");
        assertThat(http.get(PlatformService.GRID_MANAGEMENT, "/api/territory/places?at=-50,10")
                        .code())
                .isEqualTo("territory.outside");
    }

    @Test
    void requestPassesAllStagesOfItsCase() {
        HttpTestClient.Response submitted =
                resident.post(PlatformService.RESIDENT_REQUESTS, "/api/requests", submission("street light", "REPORT"));
        assertThat(submitted.status()).isEqualTo(201);
        assertThat(submitted.header("Location")).isEqualTo("/api/requests/" + submitted.id());
        assertThat(submitted.header("ETag")).isEqualTo("\"1\"");
        String path = submitted.header("Location");

        postOk(worker, path + "/classify", "{\"kind\":\"REPORT\",\"caseKind\":\"IMMEDIATE\"}");
        HttpTestClient.Response dispatched = eventually(
                () -> worker.post(PlatformService.RESIDENT_REQUESTS, path + "/dispatch", "{}"),
                response -> response.status() == 200);
        assertThat(dispatched.json().path("handler").asString()).isEqualTo(CHIEF);
        postOk(chief, path + "/accept", "");
        postOk(chief, path + "/resolve", "{\"measures\":\"new lamp\"}");
        HttpTestClient.Response byHandler =
                chief.post(PlatformService.RESIDENT_REQUESTS, path + "/verify", "{\"solved\":true}");
        assertThat(byHandler.status()).isEqualTo(403);
        assertThat(byHandler.code()).isEqualTo("case.verifier-is-handler");
        postOk(worker, path + "/verify", "{\"solved\":true}");
        postOk(worker, path + "/close", "");
        postOk(resident, path + "/rate", "{\"solved\":true,\"satisfaction\":\"SATISFIED\"}");
        HttpTestClient.Response reopened = postOk(resident, path + "/reopen", "{\"reason\":\"dark again\"}");

        assertThat(reopened.json().path("stage").asString()).isEqualTo("CLASSIFIED");
        assertThat(reopened.json().path("reopened").asInt()).isEqualTo(1);
    }

    @Test
    void idempotencyKeySubmitsOnceAndRejectsAnotherBody() {
        String key = UUID.randomUUID().toString();
        String body = submission("noise", "COMPLAINT");

        HttpTestClient.Response first =
                http.post(PlatformService.RESIDENT_REQUESTS, "/api/requests", body, "Idempotency-Key", key);
        HttpTestClient.Response second =
                http.post(PlatformService.RESIDENT_REQUESTS, "/api/requests", body, "Idempotency-Key", key);
        HttpTestClient.Response other = http.post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests",
                submission("else", "COMPLAINT"),
                "Idempotency-Key",
                key);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.json().path("version").asInt()).isEqualTo(1);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key.reused");
    }

    @Test
    void idempotencyKeyWithAnotherContactIsRejected() {
        String key = UUID.randomUUID().toString();
        String withoutContact = submission("noise", "COMPLAINT");
        String body = withoutContact.replaceFirst("}$", ",\"contact\":{\"phone\":\"13812345678\"}}");

        HttpTestClient.Response first =
                http.post(PlatformService.RESIDENT_REQUESTS, "/api/requests", body, "Idempotency-Key", key);
        HttpTestClient.Response second =
                http.post(PlatformService.RESIDENT_REQUESTS, "/api/requests", body, "Idempotency-Key", key);
        HttpTestClient.Response other = http.post(
                PlatformService.RESIDENT_REQUESTS, "/api/requests", body.replace("138", "139"), "Idempotency-Key", key);
        HttpTestClient.Response none =
                http.post(PlatformService.RESIDENT_REQUESTS, "/api/requests", withoutContact, "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(other.code()).isEqualTo("idempotency-key.reused");
        assertThat(none.code()).isEqualTo("idempotency-key.reused");
        assertThat(http.get(PlatformService.RESIDENT_REQUESTS, first.header("Location") + "/contact")
                        .json()
                        .path("phone")
                        .asString())
                .isEqualTo("138****78");
    }

    @Test
    void staleVersionIsRejected() {
        String path = submit("bench", "SUGGESTION").header("Location");
        postOk(http, path + "/classify", "{\"kind\":\"SUGGESTION\",\"caseKind\":\"IMMEDIATE\"}");

        HttpTestClient.Response stale = http.post(
                PlatformService.RESIDENT_REQUESTS,
                path + "/classify",
                "{\"kind\":\"HELP\",\"caseKind\":\"IMMEDIATE\"}",
                "If-Match",
                "\"1\"");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("version.stale");
        assertThat(http.get(PlatformService.RESIDENT_REQUESTS, path)
                        .json()
                        .path("kind")
                        .asString())
                .isEqualTo("SUGGESTION");
    }

    @Test
    void reportedMatterBecomesARequest() {
        HttpTestClient.Response matter = chief.post(
                PlatformService.GRID_MANAGEMENT,
                "/api/matters",
                "{\"service\":\"manhole\",\"description\":\"cover loose\",\"location\":" + IN_GRID + "}");

        HttpTestClient.Response request = eventually(
                () -> http.get(PlatformService.RESIDENT_REQUESTS, "/api/requests/" + matter.id()),
                response -> response.status() == 200);
        assertThat(request.json().path("channel").asString()).isEqualTo("GRID_MEMBER");
        assertThat(request.json().path("requester").asString()).isEqualTo(CHIEF);
    }

    @Test
    void claimingOrganizationAppearsOnTheRequest() {
        String request = submit("shopping", "HELP").id();
        HttpTestClient.Response organization = eventually(
                () -> http.post(
                        PlatformService.SOCIAL_ORGANIZATIONS,
                        "/api/organizations",
                        "{\"name\":\"Good neighbours\",\"type\":\"SERVICE\",\"community\":\"" + TOWN + "001\"}"),
                response -> response.status() == 201);
        String claim = "{\"request\":\"%s\",\"organization\":\"%s\"}".formatted(request, organization.id());

        eventually(
                () -> http.post(PlatformService.SOCIAL_ORGANIZATIONS, "/api/claims", claim),
                response -> response.status() == 201);

        HttpTestClient.Response helped = eventually(
                () -> http.get(PlatformService.RESIDENT_REQUESTS, "/api/requests/" + request),
                response -> !response.json().path("helpers").isEmpty());
        assertThat(helped.json().path("helpers").path(0).asString()).isEqualTo(organization.id());
        http.post(
                PlatformService.SOCIAL_ORGANIZATIONS,
                "/api/claims/" + request + "/withdraw",
                "{\"reason\":\"no time\"}");
        eventually(
                () -> http.get(PlatformService.RESIDENT_REQUESTS, "/api/requests/" + request),
                response -> response.json().path("helpers").isEmpty());
    }

    @Test
    void requestOutsideTheTerritoryIsRoutedManually() {
        HttpTestClient.Response outside = http.post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests",
                "{\"service\":\"far away\",\"description\":\"x\",\"location\":{\"lat\":50.9,\"long\":11.1}}");
        String path = outside.header("Location");
        assertThat(unroutedIds(http)).contains(outside.id());

        postOk(http, path + "/route", "{\"scope\":\"" + GRID + "\"}");

        assertThat(http.get(PlatformService.RESIDENT_REQUESTS, path)
                        .json()
                        .path("path")
                        .size())
                .isEqualTo(3);
        assertThat(http.post(PlatformService.RESIDENT_REQUESTS, path + "/route", "{\"place\":\"nowhere\"}")
                        .code())
                .isEqualTo("place.unknown");
    }

    @Test
    void invalidImportRowsAreReported() throws IOException {
        Path csv = folder.resolve("rows.csv");
        String prefix = UUID.randomUUID().toString().substring(0, 8);
        Files.writeString(csv, """
                service_request_id,status,service_name,description,requested_datetime,updated_datetime,lat,long
                %1$s-1,open,Flow,fine,2026-01-01T08:00:00+08:00,,50.5,10.5
                %1$s-2,closed,Flow,fine,2026-01-01T08:00:00+08:00,2026-01-01T12:00:00+08:00,50.5,10.5
                %1$s-1,open,Flow,again,2026-01-01T08:00:00+08:00,,50.5,10.5
                ,open,Flow,no id,2026-01-01T08:00:00+08:00,,50.5,10.5
                %1$s-3,lost,Flow,status,2026-01-01T08:00:00+08:00,,50.5,10.5
                %1$s-4,open,Flow,date,2026-02-30T08:00:00+08:00,,50.5,10.5
                %1$s-5,open,Flow,coordinate,2026-01-01T08:00:00+08:00,,95,110.5
                %1$s-6,closed,Flow,order,2026-01-01T08:00:00+08:00,2026-01-01T06:00:00+08:00,50.5,10.5
                %1$s-7,open,Flow,outside,2026-01-01T08:00:00+08:00,,50.9,11.1
                %1$s-8,open,Flow,short row
                %1$s-9,open,Flow,far away,2026-01-01T08:00:00+08:00,,50.9,-12.5
                """.formatted(prefix));

        HttpTestClient.Response accepted = http.upload(
                PlatformService.RESIDENT_REQUESTS, "/api/requests/import?source=flow", csv, "Content-Type", "text/csv");
        assertThat(accepted.status()).isEqualTo(202);
        var report = eventually(
                        () -> http.get(PlatformService.RESIDENT_REQUESTS, accepted.header("Location")),
                        response -> response.json().path("state").asString().equals("done"))
                .json();

        assertThat(report.path("read").asInt()).isEqualTo(11);
        assertThat(report.path("imported").asInt()).isEqualTo(3);
        assertThat(report.path("alreadyPresent").asInt()).isEqualTo(1);
        assertThat(report.path("unrouted").asInt()).isEqualTo(1);
        assertThat(report.path("rejections").values().stream()
                        .map(row -> row.path("line").asInt() + " "
                                + row.path("code").asString()))
                .containsExactly(
                        "5 row.no-id",
                        "6 row.unknown-status",
                        "7 row.impossible-date",
                        "8 row.impossible-coordinate",
                        "9 row.closed-before-opened",
                        "11 row.wrong-field-count",
                        "12 row.too-far");
        assertRejectedRowsCanBeDownloaded(report.path("rejectedRows").asString());
    }

    @Test
    void pointFarFromEveryTownshipIsRefused() {
        HttpTestClient.Response refused = http.post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests",
                "{\"service\":\"far away\",\"description\":\"x\",\"location\":{\"lat\":-50.5,\"long\":10.5}}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("place.too-far");
        assertThat(refused.json().path("detail").asString()).contains("At most 20 km");
    }

    @Test
    void pointAtZeroZeroIsNoLocation() {
        HttpTestClient.Response refused = http.post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests",
                "{\"service\":\"nowhere\",\"description\":\"x\",\"location\":{\"lat\":0,\"long\":0}}");
        assertThat(refused.code()).isEqualTo("request.no-place");

        HttpTestClient.Response accepted = resident.post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests",
                "{\"service\":\"nowhere\",\"description\":\"x\",\"address\":\"Lane 5\",\"location\":{\"lat\":0,\"long\":0}}");
        assertThat(accepted.json().path("township").asString()).isEqualTo(TOWN);
        assertThat(accepted.json().path("location").isMissingNode()).isTrue();
        assertThat(accepted.json().path("unrouted").asBoolean()).isTrue();
    }

    @Test
    void openRequestIsRoutedOnWhenFinerBoundariesArrive() {
        String town = "990000002";
        HttpTestClient operator = http.signedInAs("operator-2", "town-operator@" + town);
        operator.importTerritory(collection(feature("township", town, "", 52)));
        HttpTestClient.Response submitted = eventually(
                () -> http.signedInAs("resident-2", "resident@" + town)
                        .post(
                                PlatformService.RESIDENT_REQUESTS,
                                "/api/requests",
                                submission("finer", "REPORT").replace("50.5", "52.5")),
                response -> response.json().path("path").size() == 1);
        String byHand = operator.post(
                        PlatformService.RESIDENT_REQUESTS,
                        "/api/requests",
                        submission("by hand", "REPORT").replace("50.5", "52.5"))
                .header("Location");
        postOk(http, byHand + "/route", "{\"place\":\"" + GRID + "\"}");
        assertThat(unroutedIds(operator)).contains(submitted.id());
        String figures = "/api/summary?scope=" + town;
        eventually(
                () -> operator.get(PlatformService.GOVERNANCE_CENTER, figures),
                response -> response.json().path("total").asInt() == 1
                        && response.json().path("unrouted").asInt() == 1);

        operator.importTerritory(collection(
                feature("community", town + "001", town, 52), feature("grid", town + "001001", town + "001", 52)));

        HttpTestClient.Response routed = eventually(
                () -> operator.get(PlatformService.RESIDENT_REQUESTS, submitted.header("Location")),
                response -> response.json().path("path").size() == 3);
        assertThat(routed.json().path("routedBy").asString()).isEqualTo("BY_TERRITORY");
        assertThat(unroutedIds(operator)).doesNotContain(submitted.id());
        assertThat(http.get(PlatformService.RESIDENT_REQUESTS, byHand)
                        .json()
                        .path("path")
                        .path(2)
                        .asString())
                .isEqualTo(GRID);
        eventually(
                () -> operator.get(PlatformService.GOVERNANCE_CENTER, figures),
                response -> response.json().path("total").asInt() == 1
                        && response.json().path("unrouted").asInt() == 0
                        && response.json()
                                        .path("children")
                                        .path(0)
                                        .path("total")
                                        .asInt()
                                == 1);
    }

    private static List<String> unroutedIds(HttpTestClient client) {
        return client
                .get(PlatformService.RESIDENT_REQUESTS, "/api/requests?unrouted=true&limit=500")
                .json()
                .path("items")
                .values()
                .stream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static void assertRejectedRowsCanBeDownloaded(String path) throws IOException {
        assertThat(http.get(PlatformService.RESIDENT_REQUESTS, path).code()).isEqualTo("purpose.missing");
        String file = http.getText(PlatformService.RESIDENT_REQUESTS, path, "correct the rows");
        assertThat(file.lines()).hasSize(8);
        assertThat(file).startsWith("\uFEFFrejection_reason,service_request_id,status");
        assertThat(file.lines().skip(1)).element(0).asString().contains("5 row.no-id: ", ",no id,");
    }

    @Test
    void summaryCountsByPlacePeriodAndService() {
        submit("counted-here", "CONSULTATION");
        String town = "/api/summary?scope=" + TOWN;

        eventually(
                () -> http.get(PlatformService.GOVERNANCE_CENTER, town),
                response -> response.json().path("byService").values().stream()
                        .anyMatch(service -> service.path("service").asString().equals("counted-here")
                                && service.path("open").asInt() == 1));
        assertThat(http.get(PlatformService.GOVERNANCE_CENTER, town + "&to=2000-01-01T00:00:00%2B08:00")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(http.get(PlatformService.GOVERNANCE_CENTER, "/api/summary?scope=" + GRID + "01")
                        .json()
                        .path("total")
                        .asInt())
                .isPositive();
    }

    @Test
    void contactIsShownMaskedOnly() {
        HttpTestClient.Response submitted = http.post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests",
                "{\"service\":\"x\",\"description\":\"y\",\"location\":" + IN_GRID
                        + ",\"contact\":{\"name\":\"王小明\",\"phone\":\"13812345678\"}}");

        assertThat(submitted.json().toString()).doesNotContain("王小明", "13812345678");
        HttpTestClient.Response contact =
                http.get(PlatformService.RESIDENT_REQUESTS, submitted.header("Location") + "/contact");
        assertThat(contact.json().path("name").asString()).isEqualTo("王**");
        assertThat(contact.json().path("phone").asString()).isEqualTo("138****78");
    }

    @Test
    void contactFieldThatIsNotGivenKeepsItsValue() {
        HttpTestClient person = http.signedInAs("resident-43", "resident@" + TOWN + "001");
        String path = submitWithContact(person, "{\"name\":\"王小明\",\"phone\":\"13812345678\"}");

        submitWithContact(person, "{\"phone\":\"13900000099\",\"email\":\"\"}");
        submitWithContact(person, "{}");

        HttpTestClient.Response contact = http.get(PlatformService.RESIDENT_REQUESTS, path + "/contact");
        assertThat(contact.json().path("name").asString()).isEqualTo("王**");
        assertThat(contact.json().path("phone").asString()).isEqualTo("139****99");
    }

    @Test
    void emptyContactIsNoContact() {
        String path = submitWithContact(http, "{}");

        assertThat(http.get(PlatformService.RESIDENT_REQUESTS, path + "/contact")
                        .code())
                .isEqualTo("contact.unknown");
    }

    private static String submitWithContact(HttpTestClient client, String contact) {
        HttpTestClient.Response submitted = client.post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests",
                submission("x", "HELP").replaceFirst("}$", ",\"contact\":" + contact + "}"));
        assertThat(submitted.status()).as(submitted.json().toString()).isEqualTo(201);
        return submitted.header("Location");
    }

    private static HttpTestClient.Response submit(String service, String kind) {
        return http.post(PlatformService.RESIDENT_REQUESTS, "/api/requests", submission(service, kind));
    }

    private static String submission(String service, String kind) {
        return "{\"service\":\"%s\",\"kind\":\"%s\",\"description\":\"d\",\"channel\":\"PHONE\",\"location\":%s}"
                .formatted(service, kind, IN_GRID);
    }

    private static HttpTestClient.Response postOk(HttpTestClient client, String path, String body) {
        HttpTestClient.Response response = client.post(PlatformService.RESIDENT_REQUESTS, path, body);
        assertThat(response.status()).as(path + " " + response.json()).isEqualTo(200);
        return response;
    }

    private static HttpTestClient.Response eventually(
            Supplier<HttpTestClient.Response> request, Predicate<HttpTestClient.Response> expected) {
        return await().atMost(Duration.ofSeconds(30)).until(request::get, expected);
    }

    /** Returns one township with one community, one grid and one micro-grid, all covering the same square degree. */
    private static String territory() {
        return collection(
                feature("township", TOWN, "", 50),
                feature("community", TOWN + "001", TOWN, 50),
                feature("grid", GRID, TOWN + "001", 50),
                feature("micro-grid", GRID + "01", GRID, 50));
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    /** Returns a place that is one degree wide and high. */
    private static String feature(String level, String code, String parent, int south) {
        return """
                {"type":"Feature","properties":{"level":"%s","code":"%s","name":"%s"%s},
                "geometry":{"type":"Polygon","coordinates":[[[10,%5$d],[11,%5$d],[11,%6$d],[10,%6$d],[10,%5$d]]]}}""".formatted(
                        level,
                        code,
                        "Place " + code,
                        parent.isEmpty() ? "" : ",\"parent\":\"" + parent + "\"",
                        south,
                        south + 1);
    }
}
