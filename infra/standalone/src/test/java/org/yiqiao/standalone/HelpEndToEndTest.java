package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.PlatformService;

/** The closing of a request releases the organization that helps with it, in both services. */
class HelpEndToEndTest {

    private static final String TOWN = "990000087";
    private static final String COMMUNITY = TOWN + "001";
    private static final String GRID = COMMUNITY + "001";
    private static final HttpTestClient operator =
            SharedPlatform.http().signedInAs("operator-87", "town-operator@" + TOWN);
    private static final HttpTestClient chief = operator.signedInAs("chief-87", "grid-chief@" + GRID);
    private static final HttpTestClient verifier = operator.signedInAs("verifier-87", "town-operator@" + TOWN);

    @BeforeAll
    static void createTown() {
        operator.importTerritory("{\"type\":\"FeatureCollection\",\"features\":["
                + String.join(
                        ",",
                        feature("township", TOWN, ""),
                        feature("community", COMMUNITY, ",\"parent\":\"" + TOWN + "\""),
                        feature("grid", GRID, ",\"parent\":\"" + COMMUNITY + "\""))
                + "]}");
        post(
                operator,
                PlatformService.GRID_MANAGEMENT,
                "/api/grid-posts/" + GRID + "/appoint-chief",
                "{\"person\":\"chief-87\"}");
        eventually(
                HelpEndToEndTest::submit,
                response -> response.json().path("path").size() == 3);
    }

    @Test
    void closingReleasesTheHelperAndReopenedRequestCanBeClaimedByAnother() {
        String path = submit().header("Location");
        String id = path.substring(path.lastIndexOf('/') + 1);
        String first = createOrganization();
        String second = createOrganization();
        eventually(() -> claim(id, first), response -> response.status() == 201);
        eventually(
                () -> read(path),
                response -> response.json().path("helpers").toString().contains(first));

        handleAndClose(path);

        assertThat(read(path).json().path("helpers")).isEmpty();
        HttpTestClient.Response released = eventually(
                () -> operator.get(PlatformService.SOCIAL_ORGANIZATIONS, "/api/claims/" + id),
                response -> response.json().path("releases").size() == 1);
        assertThat(released.json().path("organization").asString("")).isEmpty();
        assertThat(released.json().path("releases").toString()).contains(first);
        assertThat(claim(id, second).code()).isEqualTo("request.no-open-help");
        HttpTestClient firstLead = operator.signedInAs("lead-87", "organization-lead@organization:" + first);
        assertThat(firstLead
                        .get(PlatformService.SOCIAL_ORGANIZATIONS, "/api/claims/" + id)
                        .status())
                .isEqualTo(200);

        post(operator, PlatformService.RESIDENT_REQUESTS, path + "/reopen", "{\"reason\":\"Not solved\"}");
        eventually(() -> claim(id, second), response -> response.status() == 201);
        eventually(
                () -> read(path),
                response -> response.json().path("helpers").toString().contains(second));
        assertThat(read(path).json().path("helpers").toString()).doesNotContain(first);
        assertNoAccess(firstLead, id);

        HttpTestClient secondLead = operator.signedInAs("lead-88", "organization-lead@organization:" + second);
        post(
                secondLead,
                PlatformService.SOCIAL_ORGANIZATIONS,
                "/api/claims/" + id + "/withdraw",
                "{\"reason\":\"Too far\"}");
        assertNoAccess(firstLead, id);
    }

    private static void assertNoAccess(HttpTestClient lead, String request) {
        String claim = "/api/claims/" + request;
        HttpTestClient.Response read = lead.get(PlatformService.SOCIAL_ORGANIZATIONS, claim);
        HttpTestClient.Response withdrawn =
                lead.post(PlatformService.SOCIAL_ORGANIZATIONS, claim + "/withdraw", "{\"reason\":\"Mine\"}");

        for (HttpTestClient.Response response : List.of(read, withdrawn)) {
            assertThat(response.status()).as(response.json().toString()).isEqualTo(404);
            assertThat(response.code()).isEqualTo("help.unknown");
        }
    }

    private static void handleAndClose(String path) {
        post(
                operator,
                PlatformService.RESIDENT_REQUESTS,
                path + "/classify",
                "{\"kind\":\"HELP\",\"caseKind\":\"IMMEDIATE\"}");
        eventually(
                () -> operator.post(PlatformService.RESIDENT_REQUESTS, path + "/dispatch", "{}"),
                response -> response.status() == 200);
        post(chief, PlatformService.RESIDENT_REQUESTS, path + "/accept", "{}");
        post(chief, PlatformService.RESIDENT_REQUESTS, path + "/resolve", "{\"measures\":\"Done\"}");
        post(verifier, PlatformService.RESIDENT_REQUESTS, path + "/verify", "{\"solved\":true}");
        post(operator, PlatformService.RESIDENT_REQUESTS, path + "/close", "{}");
    }

    private static HttpTestClient.Response submit() {
        return operator.post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests",
                "{\"service\":\"Home help\",\"kind\":\"HELP\",\"description\":\"d\",\"location\":{\"lat\":66.5,\"long\":60.5}}");
    }

    private static String createOrganization() {
        return post(
                        operator,
                        PlatformService.SOCIAL_ORGANIZATIONS,
                        "/api/organizations",
                        "{\"name\":\"Neighbours\",\"type\":\"SERVICE\",\"community\":\"" + COMMUNITY + "\"}")
                .id();
    }

    private static HttpTestClient.Response claim(String request, String organization) {
        return operator.post(
                PlatformService.SOCIAL_ORGANIZATIONS,
                "/api/claims",
                "{\"request\":\"%s\",\"organization\":\"%s\"}".formatted(request, organization));
    }

    private static HttpTestClient.Response read(String path) {
        return operator.get(PlatformService.RESIDENT_REQUESTS, path);
    }

    private static HttpTestClient.Response post(
            HttpTestClient caller, PlatformService service, String path, String body) {
        HttpTestClient.Response response = caller.post(service, path, body);
        assertThat(response.status()).as(response.json().toString()).isBetween(200, 201);
        return response;
    }

    private static HttpTestClient.Response eventually(
            Supplier<HttpTestClient.Response> request, Predicate<HttpTestClient.Response> expected) {
        return await().atMost(Duration.ofSeconds(30)).until(request::get, expected);
    }

    private static String feature(String level, String code, String parent) {
        return """
                {"type":"Feature","properties":{"level":"%1$s","code":"%2$s","name":"Place %2$s"%3$s},
                "geometry":{"type":"Polygon","coordinates":[[[60,66],[61,66],[61,67],[60,67],[60,66]]]}}""".formatted(level, code, parent);
    }
}
