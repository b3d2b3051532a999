package org.yiqiao.standalone;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.testkit.TestBackends;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator rebuilds projections of the running services. */
class RebuildEndToEndTest {

    private static final String TOWN = "990000044";
    private static final String SERVICE = "lamp of operations";
    private static final String HANDLERS_PATH = "/api/operations/subscribers/";

    private static final HttpTestClient http = SharedPlatform.http();
    private static final MongoClient client =
            MongoClients.create(TestBackends.shared().mongodbUri());
    private static final MongoDatabase center =
            client.getDatabase("yiqiao-" + PlatformService.GOVERNANCE_CENTER.shortName());

    @BeforeAll
    static void createTown() {
        http.importTerritory(territory());
        awaitTown(response -> response.status() == 200);
    }

    @AfterAll
    static void close() {
        client.close();
    }

    @Test
    void rebuildCorrectsDamagedRows() {
        for (int i = 0; i < 5; i++) {
            eventually(
                    () -> http.post(
                            PlatformService.RESIDENT_REQUESTS,
                            "/api/requests",
                            "{\"service\":\"" + SERVICE
                                    + "\",\"description\":\"d\",\"location\":{\"lat\":40.5,\"long\":20.5}}"),
                    response -> response.json().path("path").size() == 1);
        }
        JsonNode before = awaitFigures(SERVICE, 5);
        center.getCollection("RequestRows").deleteOne(eq("row.service", SERVICE));
        center.getCollection("RequestRows").updateMany(eq("row.service", SERVICE), set("row.service", "damaged"));
        center.getCollection("DayMarks").updateMany(new Document(), inc("marks", 1L));
        awaitFigures("damaged", 4);

        JsonNode rebuild = rebuild(PlatformService.GOVERNANCE_CENTER, "RequestRows");

        assertThat(rebuild.path("corrected").asLong()).isEqualTo(5);
        assertThat(rebuild.path("left").asLong()).isZero();
        assertThat(rebuild.path("read").asLong()).isGreaterThanOrEqualTo(5);
        assertThat(awaitFigures(SERVICE, 5)).isEqualTo(before);
    }

    @Test
    void rebuildCorrectsAnInMemoryReplica() {
        center.getCollection("CenterTerritory")
                .updateMany(regex("_id", TOWN), combine(set("row.places", List.of()), inc("lastSeq", 1L)));
        awaitTown(response -> response.code().equals("scope.unknown"));

        assertThat(rebuild(PlatformService.GOVERNANCE_CENTER, "CenterTerritory")
                        .path("corrected")
                        .asLong())
                .isEqualTo(1);

        awaitTown(response -> response.status() == 200);
    }

    @Test
    void onlyProjectionsCanBeRebuilt() {
        assertThat(http.post(
                                PlatformService.RESIDENT_REQUESTS,
                                HANDLERS_PATH + "WhenMatterIsReportedThenSubmit/rebuild",
                                "")
                        .code())
                .isEqualTo("rebuild.reaction");
        assertThat(http.post(PlatformService.RESIDENT_REQUESTS, HANDLERS_PATH + "Nobody/rebuild", "")
                        .code())
                .isEqualTo("subscriber.unknown");
        assertThat(http.get(PlatformService.RESIDENT_REQUESTS, HANDLERS_PATH + "GridChiefs/rebuild")
                        .code())
                .isEqualTo("rebuild.unknown");
    }

    private static JsonNode rebuild(PlatformService service, String projection) {
        String path = HANDLERS_PATH + projection + "/rebuild";
        HttpTestClient.Response accepted = http.post(service, path, "");
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.header("Location")).isEqualTo(path);
        return eventually(
                        () -> http.get(service, path),
                        response -> response.json().path("state").asString().equals("done"))
                .json();
    }

    /** Reads the figures of one service only: requests of other tests outside every town count for the nearest town. */
    private static JsonNode awaitFigures(String service, int total) {
        return figuresOf(
                service,
                eventually(
                        () -> http.get(PlatformService.GOVERNANCE_CENTER, "/api/summary?scope=" + TOWN),
                        response -> figuresOf(service, response).path("total").asInt() == total));
    }

    private static JsonNode figuresOf(String service, HttpTestClient.Response summary) {
        return summary.json()
                .path("byService")
                .valueStream()
                .filter(figures -> figures.path("service").asString().equals(service))
                .findFirst()
                .orElseGet(() -> JsonMapper.shared().missingNode());
    }

    private static void awaitTown(Predicate<HttpTestClient.Response> expected) {
        eventually(() -> http.get(PlatformService.GOVERNANCE_CENTER, "/api/scopes/" + TOWN), expected);
    }

    private static HttpTestClient.Response eventually(
            Supplier<HttpTestClient.Response> request, Predicate<HttpTestClient.Response> expected) {
        return await().atMost(Duration.ofSeconds(30)).until(request::get, expected);
    }

    private static String territory() {
        return """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"level":"township","code":"%1$s","name":"Town"},
                "geometry":{"type":"Polygon","coordinates":[[[20,40],[21,40],[21,41],[20,41],[20,40]]]}}]}
                """.formatted(TOWN);
    }
}
