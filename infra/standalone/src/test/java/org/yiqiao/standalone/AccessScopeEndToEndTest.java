package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiqiao.contracts.PlatformService;

/** For every endpoint, a resource outside the caller's access scope appears not to exist. */
class AccessScopeEndToEndTest {

    private static final String TOWN = "990000055";
    private static final String WEST = TOWN + "001";
    private static final String EAST = TOWN + "002";
    private static final String OTHER_TOWN = "990000056";
    private static final String IN_WEST = "{\"lat\":70.5,\"long\":30.5}";
    private static final String IN_EAST = "{\"lat\":70.5,\"long\":31.5}";
    private static final String CLASSIFY = "{\"kind\":\"HELP\",\"caseKind\":\"IMMEDIATE\"}";

    private static final HttpTestClient operator =
            SharedPlatform.http().signedInAs("operator-55", "town-operator@" + TOWN);
    private static final HttpTestClient westWorker = operator.signedInAs("worker-w", "community-worker@" + WEST);
    private static final HttpTestClient eastWorker = operator.signedInAs("worker-e", "community-worker@" + EAST);
    private static final HttpTestClient westChief = operator.signedInAs("chief-w", "grid-chief@" + WEST + "001");
    private static final HttpTestClient eastChief = operator.signedInAs("chief-e", "grid-chief@" + EAST + "001");
    private static final HttpTestClient stranger = operator.signedInAs("operator-56", "town-operator@" + OTHER_TOWN);

    @BeforeAll
    static void createTownWithTwoCommunities() {
        operator.importTerritory(territory());
        stranger.importTerritory(collection(feature("township", OTHER_TOWN, "", 33, 34)));
        eventually(
                () -> operator.get(PlatformService.GOVERNANCE_CENTER, "/api/scopes/" + EAST + "001"),
                response -> response.status() == 200);
        eventually(
                () -> submit(newResident(), IN_EAST),
                response -> response.json().path("path").size() == 3);
    }

    @Test
    void caseIsAccessibleOnlyWithinTheCallersScope() {
        String path = submit(newResident(), IN_WEST).header("Location");

        for (HttpTestClient other : List.of(eastWorker, eastChief, stranger)) {
            assertThat(other.get(PlatformService.RESIDENT_REQUESTS, path).code())
                    .isEqualTo("case.unknown");
        }
        for (HttpTestClient other : List.of(eastWorker, stranger)) {
            HttpTestClient.Response refused =
                    other.post(PlatformService.RESIDENT_REQUESTS, path + "/classify", CLASSIFY);
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.code()).isEqualTo("case.unknown");
            assertThat(other.post(PlatformService.RESIDENT_REQUESTS, path + "/close", "")
                            .code())
                    .isEqualTo("case.unknown");
        }
        assertThat(westChief.get(PlatformService.RESIDENT_REQUESTS, path).status())
                .isEqualTo(200);
        assertThat(westWorker
                        .post(PlatformService.RESIDENT_REQUESTS, path + "/classify", CLASSIFY)
                        .status())
                .isEqualTo(200);
        assertThat(operator.get(PlatformService.RESIDENT_REQUESTS, path)
                        .json()
                        .path("stage")
                        .asString())
                .isEqualTo("CLASSIFIED");
    }

    @Test
    void contactIsVisibleOnlyWithinTheScopeOfItsRequest() {
        HttpTestClient.Response submitted = newResident()
                .post(
                        PlatformService.RESIDENT_REQUESTS,
                        "/api/requests",
                        "{\"service\":\"s\",\"description\":\"d\",\"location\":%s,\"contact\":{\"name\":\"Li\"}}"
                                .formatted(IN_WEST));
        String contact = submitted.header("Location") + "/contact";

        assertThat(westWorker.get(PlatformService.RESIDENT_REQUESTS, contact).status())
                .isEqualTo(200);
        assertThat(eastWorker.get(PlatformService.RESIDENT_REQUESTS, contact).code())
                .isEqualTo("case.unknown");
        assertThat(westWorker
                        .get(PlatformService.RESIDENT_REQUESTS, "/api/requests/nothing/contact")
                        .code())
                .isEqualTo("case.unknown");
    }

    @Test
    void listContainsOnlyRequestsInTheCallersScope() {
        String west = submit(newResident(), IN_WEST).id();
        String east = submit(newResident(), IN_EAST).id();

        assertThat(listRequestIds(westChief)).contains(west).doesNotContain(east);
        assertThat(listRequestIds(eastWorker)).contains(east).doesNotContain(west);
        assertThat(listRequestIds(operator)).contains(west, east);
        assertThat(listRequestIds(stranger)).doesNotContain(west, east);
        assertThat(listRequestIds(operator.signedInAs("two-posts", "grid-chief@" + WEST + "001", "auditor@" + EAST)))
                .contains(west, east);
    }

    @Test
    void listIsPaged() {
        HttpTestClient resident = newResident();
        for (int i = 0; i < 5; i++) {
            submit(resident, i % 2 == 0 ? IN_WEST : IN_EAST);
        }

        HttpTestClient.Response first = resident.get(PlatformService.RESIDENT_REQUESTS, "/api/requests?limit=3");
        HttpTestClient.Response second = resident.get(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests?limit=3&after=" + first.json().path("next").asString());

        assertThat(first.json().path("items").size()).isEqualTo(3);
        assertThat(second.json().path("items").size()).isEqualTo(2);
        assertThat(second.json().path("next").isMissingNode()).isTrue();
    }

    @Test
    void residentAccessesOnlyOwnRequests() {
        HttpTestClient resident = newResident();
        HttpTestClient neighbour = newResident();
        HttpTestClient.Response mine = submit(resident, IN_WEST);
        String path = mine.header("Location");

        assertThat(listRequestIds(resident)).containsExactly(mine.id());
        assertThat(listRequestIds(neighbour)).doesNotContain(mine.id());
        assertThat(resident.get(PlatformService.RESIDENT_REQUESTS, path).status())
                .isEqualTo(200);
        assertThat(neighbour.get(PlatformService.RESIDENT_REQUESTS, path).code())
                .isEqualTo("case.unknown");
        assertThat(neighbour
                        .post(
                                PlatformService.RESIDENT_REQUESTS,
                                path + "/rate",
                                "{\"solved\":true,\"satisfaction\":\"SATISFIED\"}")
                        .code())
                .isEqualTo("case.unknown");
        assertThat(resident.post(
                                PlatformService.RESIDENT_REQUESTS,
                                path + "/rate",
                                "{\"solved\":true,\"satisfaction\":\"SATISFIED\"}")
                        .code())
                .isEqualTo("case.wrong-stage");
        assertThat(resident.post(PlatformService.RESIDENT_REQUESTS, path + "/close", "")
                        .code())
                .isEqualTo("access.denied");
    }

    @Test
    void intakeForAResidentDoesNotMakeStaffTheOwner() {
        String withContact =
                "{\"service\":\"s\",\"description\":\"d\",\"location\":%s,\"contact\":{\"phone\":\"13800001234\"}}"
                        .formatted(IN_WEST);
        String requester = westChief
                .post(PlatformService.RESIDENT_REQUESTS, "/api/requests", withContact)
                .json()
                .path("requester")
                .asString("");

        assertThat(requester).isNotEmpty().isNotEqualTo("chief-w");
        assertThat(submit(westChief, IN_WEST).json().path("requester").asString(""))
                .isNotEmpty()
                .isNotEqualTo("chief-w")
                .isNotEqualTo(requester);
    }

    @Test
    void requestWithoutLocationBelongsToTheTownshipOfThePost() {
        String addressOnly = "{\"service\":\"by address\",\"description\":\"d\",\"address\":\"Lane 5\"}";
        HttpTestClient resident = operator.signedInAs("resident-by-address", "resident@" + WEST);

        for (HttpTestClient caller : List.of(resident, westChief, operator)) {
            HttpTestClient.Response submitted =
                    caller.post(PlatformService.RESIDENT_REQUESTS, "/api/requests", addressOnly);
            assertThat(submitted.status()).as(submitted.json().toString()).isEqualTo(201);
            assertThat(submitted.json().path("township").asString()).isEqualTo(TOWN);
            String path = submitted.header("Location");
            assertThat(operator.get(PlatformService.RESIDENT_REQUESTS, path).status())
                    .isEqualTo(200);
            assertThat(stranger.get(PlatformService.RESIDENT_REQUESTS, path).code())
                    .isEqualTo("case.unknown");
            assertThat(operator.post(PlatformService.RESIDENT_REQUESTS, path + "/route", "{\"scope\":\"" + WEST + "\"}")
                            .status())
                    .isEqualTo(200);
        }
        eventually(
                () -> operator.get(PlatformService.GOVERNANCE_CENTER, "/api/summary?scope=" + TOWN),
                response -> response.json().path("byService").values().stream()
                        .anyMatch(service -> service.path("service").asString().equals("by address")
                                && service.path("total").asInt() == 3));
    }

    @Test
    void nothingCanBeCreatedOutsideTheCallersScope() {
        HttpTestClient.Response outside = submit(westChief, IN_EAST);
        assertThat(outside.status()).isEqualTo(403);
        assertThat(outside.code()).isEqualTo("access.outside-scope");
        String matter = "{\"service\":\"s\",\"description\":\"d\",\"location\":%s}";
        assertThat(westChief
                        .post(PlatformService.GRID_MANAGEMENT, "/api/matters", matter.formatted(IN_EAST))
                        .code())
                .isEqualTo("access.outside-scope");
        assertThat(westChief
                        .post(PlatformService.GRID_MANAGEMENT, "/api/matters", matter.formatted(IN_WEST))
                        .status())
                .isEqualTo(201);
        assertThat(westWorker
                        .post(
                                PlatformService.SOCIAL_ORGANIZATIONS,
                                "/api/organizations",
                                "{\"name\":\"n\",\"type\":\"SERVICE\",\"community\":\"" + EAST + "\"}")
                        .code())
                .isEqualTo("access.outside-scope");
    }

    @Test
    void postsAndTerritoriesAreProtectedByScope() {
        String body = "{\"person\":\"chief-e\"}";
        String path = "/api/grid-posts/" + EAST + "001/appoint-chief";
        assertThat(stranger.post(PlatformService.GRID_MANAGEMENT, path, body).code())
                .isEqualTo("grid-post.unknown");
        assertThat(operator.signedInAs("secretary-w", "community-secretary@" + WEST)
                        .post(PlatformService.GRID_MANAGEMENT, path, body)
                        .code())
                .isEqualTo("grid-post.unknown");
        assertThat(operator.signedInAs("secretary-e", "community-secretary@" + EAST)
                        .post(PlatformService.GRID_MANAGEMENT, path, body)
                        .status())
                .isEqualTo(200);
        HttpTestClient.Response foreign = stranger.post(
                PlatformService.GRID_MANAGEMENT,
                "/api/territory/import",
                territory(),
                "Content-Type",
                "application/geo+json");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.code()).isEqualTo("territory.outside-scope");
        assertThat(foreign.json().path("detail").asString(""))
                .contains(OTHER_TOWN)
                .contains(TOWN);
    }

    /** An idempotency key always leads to the same id, also after the person has moved to another post. */
    @ParameterizedTest
    @CsvSource({
        "RESIDENT_REQUESTS, /api/requests, grid-chief@%s001, case.exists",
        "GRID_MANAGEMENT, /api/matters, grid-chief@%s001, matter.exists",
        "SOCIAL_ORGANIZATIONS, /api/organizations, community-worker@%s, social-organization.exists"
    })
    void keyOfAFormerPostMeetsWhatExistsAlready(PlatformService service, String path, String post, String code) {
        HttpTestClient.Response first = createAs("mover", post, service, path, WEST, IN_WEST);
        HttpTestClient.Response second = createAs("mover", post, service, path, EAST, IN_EAST);

        assertThat(first.status()).as(first.json().toString()).isEqualTo(201);
        assertThat(second.code()).as(second.json().toString()).isEqualTo(code);
        assertThat(second.status()).isEqualTo(409);
    }

    private static HttpTestClient.Response createAs(
            String person, String post, PlatformService service, String path, String community, String point) {
        String body = service == PlatformService.SOCIAL_ORGANIZATIONS
                ? "{\"name\":\"Helpers\",\"type\":\"HUB\",\"community\":\"" + community + "\"}"
                : "{\"service\":\"s\",\"description\":\"d\",\"location\":" + point + "}";
        return operator.signedInAs(person, post.formatted(community))
                .post(service, path, body, "Idempotency-Key", "moving");
    }

    @Test
    void operatorWhoNamesAnotherTownIsToldTheirOwn() {
        HttpTestClient elsewhere = operator.signedInAs("operator-elsewhere", "town-operator@330109106");
        HttpTestClient.Response issued = elsewhere.post(
                PlatformService.RESIDENT_REQUESTS, "/api/keys", "{\"name\":\"Town app\",\"scope\":\"" + WEST + "\"}");

        assertThat(issued.status()).isEqualTo(403);
        assertThat(issued.code()).isEqualTo("access.outside-scope");
        assertThat(issued.json().path("detail").asString()).contains("your post is for 330109106");
        assertThat(issued.json().path("scope").asString()).isEqualTo("330109106");
    }

    @Test
    void organizationCanClaimOnlyForItself() {
        String organization = createOrganization();
        HttpTestClient lead = operator.signedInAs("lead-1", "organization-lead@organization:" + organization);
        HttpTestClient rival = operator.signedInAs("lead-2", "organization-lead@organization:another");
        String request = submit(newResident(), IN_WEST).id();
        String claim = "{\"request\":\"%s\",\"organization\":\"%s\"}".formatted(request, organization);

        eventually(
                () -> rival.post(PlatformService.SOCIAL_ORGANIZATIONS, "/api/claims", claim),
                response -> response.code().equals("access.outside-scope"));
        assertThat(lead.post(PlatformService.SOCIAL_ORGANIZATIONS, "/api/claims", claim)
                        .status())
                .isEqualTo(201);

        String withdraw = "/api/claims/" + request + "/withdraw";
        assertThat(rival.post(PlatformService.SOCIAL_ORGANIZATIONS, withdraw, "{\"reason\":\"mine\"}")
                        .code())
                .isEqualTo("help.unknown");
        assertThat(rival.get(PlatformService.SOCIAL_ORGANIZATIONS, "/api/claims/" + request)
                        .code())
                .isEqualTo("help.unknown");
        eventually(
                () -> lead.get(PlatformService.RESIDENT_REQUESTS, "/api/requests/" + request),
                response -> response.status() == 200);
        assertThat(rival.get(PlatformService.RESIDENT_REQUESTS, "/api/requests/" + request)
                        .code())
                .isEqualTo("case.unknown");
        assertThat(lead.post(PlatformService.SOCIAL_ORGANIZATIONS, withdraw, "{\"reason\":\"no time\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void claimConflictDoesNotRevealTheHelper() {
        String helper = createOrganization();
        String other = createOrganization();
        HttpTestClient lead = operator.signedInAs("lead-3", "organization-lead@organization:" + helper);
        HttpTestClient rival = operator.signedInAs("lead-4", "organization-lead@organization:" + other);
        String request = submit(newResident(), IN_WEST).id();
        eventually(() -> claim(lead, request, helper), response -> response.status() == 201);

        HttpTestClient.Response taken = claim(rival, request, other);
        assertThat(taken.code()).isEqualTo("help.taken");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().toString()).doesNotContain(helper);
        for (String version : List.of("\"1\"", "\"999\"")) {
            HttpTestClient.Response guess = claim(rival, request, other, "If-Match", version);
            assertThat(guess.code()).as(version).isEqualTo("help.unknown");
            assertThat(guess.status()).isEqualTo(404);
        }
        // Guessing the helping organization does not reveal it either.
        assertThat(claim(rival, request, helper).code())
                .isEqualTo(claim(rival, request, "another").code())
                .isEqualTo("access.outside-scope");
        assertThat(claim(lead, request, helper, "If-Match", "\"999\"").code()).isEqualTo("version.stale");
    }

    @Test
    void routingToAnotherTownRequiresAccessToBoth() {
        String path = submit(newResident(), IN_WEST).header("Location");
        String toOtherTown = "{\"scope\":\"" + OTHER_TOWN + "\"}";

        HttpTestClient.Response refused = eventually(
                () -> westWorker.post(PlatformService.RESIDENT_REQUESTS, path + "/route", toOtherTown),
                response -> !response.code().equals("place.unknown"));
        assertThat(refused.code()).isEqualTo("access.outside-scope");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(operator.post(PlatformService.RESIDENT_REQUESTS, path + "/route", toOtherTown)
                        .code())
                .isEqualTo("access.outside-scope");
        assertThat(westWorker
                        .post(PlatformService.RESIDENT_REQUESTS, path + "/route", "{\"scope\":\"" + EAST + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(westWorker.get(PlatformService.RESIDENT_REQUESTS, path).code())
                .isEqualTo("case.unknown");
        assertThat(eastWorker.get(PlatformService.RESIDENT_REQUESTS, path).status())
                .isEqualTo(200);
        HttpTestClient operatorOfBoth =
                operator.signedInAs("operator-both", "town-operator@" + TOWN, "town-operator@" + OTHER_TOWN);
        assertThat(operatorOfBoth
                        .post(PlatformService.RESIDENT_REQUESTS, path + "/route", toOtherTown)
                        .status())
                .isEqualTo(200);
        assertThat(stranger.get(PlatformService.RESIDENT_REQUESTS, path).status())
                .isEqualTo(200);
    }

    @Test
    void exactMatterLocationIsVisibleToGridStaffOnly() {
        String path = westChief
                .post(
                        PlatformService.GRID_MANAGEMENT,
                        "/api/matters",
                        "{\"service\":\"s\",\"description\":\"d\",\"location\":{\"lat\":70.512345,\"long\":30.512345}}")
                .header("Location");

        assertThat(latitude(westChief, path))
                .isEqualTo(latitude(operator.signedInAs("member-w", "grid-member@" + WEST + "001"), path))
                .isEqualTo(70.512345);
        assertThat(latitude(operator, path))
                .isEqualTo(latitude(operator.signedInAs("leader-55", "town-leader@" + TOWN), path))
                .isEqualTo(latitude(westWorker, path))
                .isEqualTo(70.51);
        assertThat(eastChief.get(PlatformService.GRID_MANAGEMENT, path).code()).isEqualTo("matter.unknown");
    }

    private static double latitude(HttpTestClient client, String path) {
        return client.get(PlatformService.GRID_MANAGEMENT, path)
                .json()
                .path("location")
                .path("lat")
                .asDouble();
    }

    @Test
    void summaryIsLimitedToTheCallersScope() {
        assertThat(westChief
                        .get(PlatformService.GOVERNANCE_CENTER, "/api/summary?scope=" + EAST)
                        .code())
                .isEqualTo("scope.unknown");
        assertThat(westChief
                        .get(PlatformService.GOVERNANCE_CENTER, "/api/summary?scope=" + TOWN)
                        .code())
                .isEqualTo("scope.unknown");
        assertThat(westChief
                        .get(PlatformService.GOVERNANCE_CENTER, "/api/summary?scope=" + WEST + "001")
                        .status())
                .isEqualTo(200);
        assertThat(westChief.get(PlatformService.GOVERNANCE_CENTER, "/api/scopes").json().values().stream()
                        .map(scope -> scope.path("code").asString()))
                .containsExactly(WEST + "001");
        HttpTestClient.Response community =
                westWorker.get(PlatformService.GOVERNANCE_CENTER, "/api/scopes/" + WEST + "001");
        assertThat(community.json().path("parents").values().stream()
                        .map(parent -> parent.path("code").asString()))
                .containsExactly(WEST);
        assertThat(eastWorker
                        .get(PlatformService.GOVERNANCE_CENTER, "/api/scopes/" + WEST)
                        .code())
                .isEqualTo("scope.unknown");
    }

    @Test
    void liveUpdatesAreLimitedToTheCallersScope() throws Exception {
        try (LiveUpdateStream west = LiveUpdateStream.open(westChief);
                LiveUpdateStream east = LiveUpdateStream.open(eastChief)) {
            await().until(() -> west.notificationCount() > 0 && east.notificationCount() > 0);
            // Notifications of earlier changes in the east can still arrive.
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                int before = west.notificationCount();
                int elsewhere = east.notificationCount();
                submit(newResident(), IN_WEST);
                await().until(() -> west.notificationCount() > before);
                assertThat(east.notificationCount()).isEqualTo(elsewhere);
            });
        }
    }

    private static HttpTestClient newResident() {
        return operator.signedInAs("resident-" + UUID.randomUUID(), "resident@" + WEST);
    }

    private static HttpTestClient.Response submit(HttpTestClient client, String location) {
        return client.post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests",
                "{\"service\":\"s\",\"kind\":\"HELP\",\"description\":\"d\",\"location\":%s}".formatted(location));
    }

    private static String createOrganization() {
        return eventually(
                        () -> operator.post(
                                PlatformService.SOCIAL_ORGANIZATIONS,
                                "/api/organizations",
                                "{\"name\":\"n\",\"type\":\"SERVICE\",\"community\":\"" + WEST + "\"}"),
                        response -> response.status() == 201)
                .id();
    }

    private static HttpTestClient.Response claim(
            HttpTestClient client, String request, String organization, String... headers) {
        return client.post(
                PlatformService.SOCIAL_ORGANIZATIONS,
                "/api/claims",
                "{\"request\":\"%s\",\"organization\":\"%s\"}".formatted(request, organization),
                headers);
    }

    private static List<String> listRequestIds(HttpTestClient client) {
        return client
                .get(PlatformService.RESIDENT_REQUESTS, "/api/requests?limit=500")
                .json()
                .path("items")
                .values()
                .stream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static HttpTestClient.Response eventually(
            Supplier<HttpTestClient.Response> request, Predicate<HttpTestClient.Response> expected) {
        return await().atMost(Duration.ofSeconds(30)).until(request::get, expected);
    }

    /** Returns two adjacent communities with one grid each. */
    private static String territory() {
        return collection(
                feature("township", TOWN, "", 30, 32),
                feature("community", WEST, TOWN, 30, 31),
                feature("grid", WEST + "001", WEST, 30, 31),
                feature("community", EAST, TOWN, 31, 32),
                feature("grid", EAST + "001", EAST, 31, 32));
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String level, String code, String parent, int west, int east) {
        String parentProperty = parent.isEmpty() ? "" : ",\"parent\":\"" + parent + "\"";
        return """
                {"type":"Feature","properties":{"level":"%1$s","code":"%2$s","name":"Place %2$s"%3$s},
                "geometry":{"type":"Polygon","coordinates":[[[%4$d,70],[%5$d,70],[%5$d,71],[%4$d,71],[%4$d,70]]]}}""".formatted(level, code, parentProperty, west, east);
    }
}
