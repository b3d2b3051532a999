package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.PlatformService;
import tools.jackson.databind.JsonNode;

/** The relief of a chief in grid management hands over the open cases in resident requests. */
class HandoverEndToEndTest {

    private static final String TOWN = "990000088";
    private static final String GRID = TOWN + "001001";
    private static final String POST = "/api/grid-posts/" + GRID;
    private static final HttpTestClient operator =
            SharedPlatform.http().signedInAs("operator-88", "town-operator@" + TOWN);

    @BeforeAll
    static void createTown() {
        operator.importTerritory("{\"type\":\"FeatureCollection\",\"features\":["
                + String.join(
                        ",",
                        feature("township", TOWN, ""),
                        feature("community", TOWN + "001", ",\"parent\":\"" + TOWN + "\""),
                        feature("grid", GRID, ",\"parent\":\"" + TOWN + "001\""))
                + "]}");
        eventually(
                HandoverEndToEndTest::submit,
                response -> response.json().path("path").size() == 3);
    }

    @Test
    void postAnswersAtItsFormerPathToo() {
        HttpTestClient.Response former = operator.get(PlatformService.GRID_MANAGEMENT, "/api/grid-posts/" + GRID);

        assertThat(former.code())
                .isEqualTo(operator.get(PlatformService.GRID_MANAGEMENT, POST).code());
        assertThat(former.status())
                .isEqualTo(operator.get(PlatformService.GRID_MANAGEMENT, POST).status());
        assertThat(former.code()).isNotEqualTo("http.not-found");
    }

    @Test
    void openCasesOfRelievedChiefAreDispatchedAgainToTheSuccessor() {
        appoint("chief-a");
        List<String> cases =
                IntStream.range(0, 3).mapToObj(_ -> dispatched("chief-a")).toList();
        post("chief-a", cases.get(1) + "/accept", "{}");
        post("chief-a", cases.get(2) + "/accept", "{}");
        post("chief-a", cases.get(2) + "/resolve", "{\"measures\":\"Swept, see 13812345678\"}");

        operator.post(
                PlatformService.GRID_MANAGEMENT, POST + "/relieve-chief", "{\"reason\":\"moved to another town\"}");

        for (String open : cases.subList(0, 2)) {
            eventually(() -> read(open), found -> stage(found).equals("CLASSIFIED"));
        }
        assertThat(stage(read(cases.get(2)))).isEqualTo("RESOLVED");
        appoint("chief-b");
        eventually(() -> read(cases.get(2)), found -> handler(found).equals("chief-b"));
        HttpTestClient.Response failed =
                post("verifier-a", cases.get(2) + "/verify", "{\"solved\":false,\"reason\":\"Still dirty\"}");
        assertThat(handler(failed)).isEqualTo("chief-b");
        HttpTestClient.Response again = eventually(
                () -> operator.post(PlatformService.RESIDENT_REQUESTS, cases.getFirst() + "/dispatch", "{}"),
                response -> handler(response).equals("chief-b"));
        assertThat(steps(again)).containsExactly("DISPATCHED", "DISPATCH_REVOKED", "DISPATCHED");

        HttpTestClient.Response shown = operator.signedInAs("chief-b", "grid-chief@" + GRID)
                .get(PlatformService.RESIDENT_REQUESTS, cases.get(2));
        assertThat(steps(shown))
                .containsExactly("DISPATCHED", "ACCEPTED", "RESOLVED", "HANDED_OVER", "VERIFICATION_FAILED");
        assertThat(shown.json().path("history").toString()).contains("Still dirty", "Swept, see 13812345678");
        assertThat(read(cases.get(2)).json().path("history").toString())
                .contains("Still dirty", "Swept, see ****")
                .doesNotContain("13812345678");
        assertThat(operator.get(PlatformService.GRID_MANAGEMENT, POST)
                        .json()
                        .path("reliefs")
                        .toString())
                .contains("moved to another town", "chief-a");
    }

    private static void appoint(String chief) {
        assertThat(operator.post(
                                PlatformService.GRID_MANAGEMENT,
                                POST + "/appoint-chief",
                                "{\"person\":\"%s\"}".formatted(chief))
                        .status())
                .isEqualTo(200);
    }

    /** Returns the path of a new case that was dispatched to this chief. */
    private static String dispatched(String chief) {
        String path = submit().header("Location");
        post("operator-88", path + "/classify", "{\"kind\":\"REPORT\",\"caseKind\":\"IMMEDIATE\"}");
        eventually(
                () -> operator.post(PlatformService.RESIDENT_REQUESTS, path + "/dispatch", "{}"),
                response -> handler(response).equals(chief));
        return path;
    }

    private static HttpTestClient.Response submit() {
        return operator.post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests",
                "{\"service\":\"Litter\",\"description\":\"d\",\"location\":{\"lat\":65.5,\"long\":60.5}}");
    }

    private static HttpTestClient.Response post(String actor, String path, String body) {
        HttpTestClient.Response response = operator.signedInAs(actor, "town-operator@" + TOWN, "grid-chief@" + GRID)
                .post(PlatformService.RESIDENT_REQUESTS, path, body);
        assertThat(response.status()).as(response.json().toString()).isEqualTo(200);
        return response;
    }

    private static HttpTestClient.Response read(String path) {
        return operator.get(PlatformService.RESIDENT_REQUESTS, path);
    }

    private static String stage(HttpTestClient.Response response) {
        return response.json().path("stage").asString("");
    }

    private static String handler(HttpTestClient.Response response) {
        return response.json().path("handler").asString("");
    }

    private static List<String> steps(HttpTestClient.Response response) {
        JsonNode history = response.json().path("history");
        return StreamSupport.stream(history.spliterator(), false)
                .map(step -> step.path("step").asString())
                .toList();
    }

    private static HttpTestClient.Response eventually(
            Supplier<HttpTestClient.Response> request, Predicate<HttpTestClient.Response> expected) {
        return await().atMost(Duration.ofSeconds(30)).until(request::get, expected);
    }

    private static String feature(String level, String code, String parent) {
        return """
                {"type":"Feature","properties":{"level":"%1$s","code":"%2$s","name":"Place %2$s"%3$s},
                "geometry":{"type":"Polygon","coordinates":[[[60,65],[61,65],[61,66],[60,66],[60,65]]]}}""".formatted(level, code, parent);
    }
}
