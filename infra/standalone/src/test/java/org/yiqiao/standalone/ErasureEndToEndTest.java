package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.testkit.TestBackends;

/**
 * Erasure removes a person's data and keeps the counts. Before the erasure, only a caller that states a purpose sees
 * the person's identity.
 */
class ErasureEndToEndTest {

    private static final String GRID = SecurityTestTown.CODE + "001001";
    private static final String POST = "/api/grid-posts/" + GRID;
    private static final String SUBMISSION =
            "{\"service\":\"Home Help\",\"kind\":\"HELP\",\"description\":\"I cannot climb the stairs\","
                    + "\"address\":\"Xinba Road 12\",\"location\":" + SecurityTestTown.INSIDE
                    + ",\"contact\":{\"name\":\"王小明\",\"phone\":\"13812345678\"}}";

    private static final HttpTestClient operator = SecurityTestTown.operator();
    private static final HttpTestClient worker =
            operator.signedInAs("worker-77", "community-worker@" + SecurityTestTown.CODE);

    private final String me = "erased-" + UUID.randomUUID();
    private final HttpTestClient resident = operator.signedInAs(me, "resident@" + SecurityTestTown.CODE);

    @Test
    void unmaskedReadRequiresAPurposeAndIsAudited() {
        String path = submit(resident);

        HttpTestClient.Response masked = worker.get(PlatformService.RESIDENT_REQUESTS, path);
        assertThat(masked.json().path("address").asString()).isEqualTo("Xinba Road **");
        assertThat(worker.get(PlatformService.RESIDENT_REQUESTS, path + "/unmasked")
                        .code())
                .isEqualTo("purpose.missing");

        HttpTestClient.Response unmasked =
                worker.get(PlatformService.RESIDENT_REQUESTS, path + "/unmasked", "visit " + me);
        assertThat(unmasked.json().path("request").path("address").asString()).isEqualTo("Xinba Road 12");
        assertThat(unmasked.json().path("contact").path("name").asString()).isEqualTo("王小明");

        HttpTestClient.Response audit = operator.signedInAs("auditor-77", "auditor@*")
                .get(PlatformService.RESIDENT_REQUESTS, "/api/audit?operation=case.unmask&limit=500");
        assertThat(audit.json().path("items").valueStream()).anySatisfy(entry -> {
            assertThat(entry.path("purpose").asString()).isEqualTo("visit " + me);
            assertThat(entry.path("target").asString()).isEqualTo(me);
            assertThat(entry.path("caller").asString()).isEqualTo("worker-77");
            assertThat(entry.toString()).contains("phone").doesNotContain("王", "138", "Xinba");
        });
    }

    @Test
    void unauthorizedCallersCannotUnmask() {
        String path = submit(resident) + "/unmasked";

        assertThat(operator.signedInAs("worker-78", "community-worker@990000078")
                        .get(PlatformService.RESIDENT_REQUESTS, path, "visit")
                        .code())
                .isEqualTo("case.unknown");
        assertThat(operator.signedInAs("leader-77", "town-leader@" + SecurityTestTown.CODE)
                        .get(PlatformService.RESIDENT_REQUESTS, path, "visit")
                        .code())
                .isEqualTo("access.denied");
    }

    @Test
    void erasureRemovesPersonalDataAndKeepsTheCounts() {
        String path = submit(resident);
        int before = awaitCount(1);

        assertThat(erase(resident, me).status()).isEqualTo(204);

        for (HttpTestClient client : new HttpTestClient[] {resident, operator}) {
            HttpTestClient.Response found = client.get(PlatformService.RESIDENT_REQUESTS, path);
            assertThat(found.json().path("erased").asBoolean()).isTrue();
            assertThat(found.json().path("service").asString()).isEqualTo("Home Help");
            assertThat(found.json().has("description")).isFalse();
            assertThat(found.json().has("address")).isFalse();
            assertThat(found.json().has("location")).isFalse();
        }
        assertThat(operator.get(PlatformService.RESIDENT_REQUESTS, path + "/contact")
                        .code())
                .isEqualTo("contact.unknown");
        assertThat(currentCount()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void requestIsStillHandledAfterErasure() {
        String path = submit(resident);
        appointChief("{\"person\":\"chief-77\"}");
        postOk(operator, path + "/classify", "{\"kind\":\"HELP\",\"caseKind\":\"IMMEDIATE\"}");
        HttpTestClient.Response dispatched = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> operator.post(PlatformService.RESIDENT_REQUESTS, path + "/dispatch", "{}"),
                        response -> response.json().path("handler").asString("").equals("chief-77"));
        HttpTestClient chief =
                operator.signedInAs(dispatched.json().path("handler").asString(), "grid-chief@" + GRID);
        postOk(chief, path + "/accept", "");
        erase(resident, me);

        postOk(chief, path + "/resolve", "{\"measures\":\"Visited Ms Li\"}");
        postOk(operator, path + "/verify", "{\"solved\":true}");

        HttpTestClient.Response found = operator.get(PlatformService.RESIDENT_REQUESTS, path);
        assertThat(found.json().path("stage").asString()).isEqualTo("VERIFIED");
        assertThat(found.json().path("erased").asBoolean()).isTrue();
        assertThat(found.json().has("measures")).isFalse();
        assertThat(found.json().has("description")).isFalse();
        relieveChief();
    }

    @Test
    void onlyThePersonOrTheTownOperatorCanErase() {
        submit(resident);

        HttpTestClient neighbour = operator.signedInAs("neighbour-" + me, "resident@" + SecurityTestTown.CODE);
        assertThat(erase(neighbour, me).code()).isEqualTo("person.unknown");
        assertThat(erase(worker, me).code()).isEqualTo("access.denied");
        assertThat(erase(operator, me).status()).isEqualTo(204);
        assertThat(erase(operator, "nobody-" + me).code()).isEqualTo("person.unknown");
        assertThat(erase(operator, "of%20nobody").code()).isEqualTo("person.unknown");
    }

    @Test
    void erasureIsIdempotentAndAllowsNewRequests() {
        String first = submit(resident);
        erase(resident, me);
        assertThat(erase(resident, me).status()).isEqualTo(204);

        String second = submit(resident);
        assertThat(resident.get(PlatformService.RESIDENT_REQUESTS, second)
                        .json()
                        .path("address")
                        .asString())
                .isEqualTo("Xinba Road 12");
        assertThat(resident.get(PlatformService.RESIDENT_REQUESTS, first).json().has("address"))
                .isFalse();

        erase(resident, me);
        assertThat(resident.get(PlatformService.RESIDENT_REQUESTS, second)
                        .json()
                        .has("address"))
                .isFalse();
    }

    @Test
    void retryAfterErasureDoesNotRestoreTheContact() {
        String key = UUID.randomUUID().toString();
        String path = submit(resident, "Idempotency-Key", key);
        erase(resident, me);

        assertThat(submit(resident, "Idempotency-Key", key)).isEqualTo(path);

        assertThat(operator.get(PlatformService.RESIDENT_REQUESTS, path + "/contact")
                        .code())
                .isEqualTo("contact.unknown");
        assertThat(operator.get(PlatformService.RESIDENT_REQUESTS, path)
                        .json()
                        .path("erased")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void retryStoresAMissingContact() {
        String key = UUID.randomUUID().toString();
        String path = submit(resident, "Idempotency-Key", key);
        try (MongoClient client = MongoClients.create(TestBackends.shared().mongodbUri())) {
            client.getDatabase("yiqiao-" + PlatformService.RESIDENT_REQUESTS.shortName())
                    .getCollection("people")
                    .deleteOne(new Document("_id", me));
        }
        assertThat(operator.get(PlatformService.RESIDENT_REQUESTS, path + "/contact")
                        .code())
                .isEqualTo("contact.unknown");

        submit(resident, "Idempotency-Key", key);

        assertThat(operator.get(PlatformService.RESIDENT_REQUESTS, path + "/contact")
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("王**");
    }

    @Test
    void requesterWithoutContactCanBeErased() {
        String path = SecurityTestTown.submit(worker, SecurityTestTown.INSIDE).header("Location");
        String requester = operator.get(PlatformService.RESIDENT_REQUESTS, path)
                .json()
                .path("requester")
                .asString();

        assertThat(erase(operator, requester).status()).isEqualTo(204);

        HttpTestClient.Response found = operator.get(PlatformService.RESIDENT_REQUESTS, path);
        assertThat(found.json().path("erased").asBoolean()).isTrue();
        assertThat(found.json().has("description")).isFalse();
    }

    @Test
    void erasureAffectsOnlyOneRequesterOfAnApiKey() {
        String key = SecurityTestTown.issueKey("Town app").json().path("key").asString();
        String one = submit(operator.anonymous(), "X-Api-Key", key);
        String other = submit(operator.anonymous(), "X-Api-Key", key);

        String requester = operator.get(PlatformService.RESIDENT_REQUESTS, one)
                .json()
                .path("requester")
                .asString();
        assertThat(erase(operator, requester).status()).isEqualTo(204);

        assertThat(operator.get(PlatformService.RESIDENT_REQUESTS, one)
                        .json()
                        .path("erased")
                        .asBoolean())
                .isTrue();
        assertThat(operator.get(PlatformService.RESIDENT_REQUESTS, other + "/contact")
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("王**");
    }

    @Test
    void erasurePropagatesToOtherServices() {
        submit(resident);
        assertThat(appointChief("{\"person\":\"%s\",\"name\":\"王小明\"}".formatted(me))
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("王小明");

        erase(operator, me);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            HttpTestClient.Response found = operator.get(PlatformService.GRID_MANAGEMENT, POST);
            assertThat(found.json().path("chief").asString()).isEqualTo(me);
            assertThat(found.json().has("name")).isFalse();
        });
        assertThat(operator.get(PlatformService.GRID_MANAGEMENT, POST)
                        .json()
                        .path("erased")
                        .asBoolean())
                .isTrue();

        appointChief("{\"person\":\"chief-78\"}");

        HttpTestClient.Response successor = operator.get(PlatformService.GRID_MANAGEMENT, POST);
        assertThat(successor.json().path("chief").asString()).isEqualTo("chief-78");
        assertThat(successor.json().has("erased")).isFalse();
        relieveChief();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"auth0|5f7c8ec7c33c6c004bbafe82", "rrSW_k4-9xQ_vK", "me@idp.example", "a+b=c:d~e'f,(g)*h!$&"})
    void handlersWithAnyIdFormatCanBeErased(String idPrefix) {
        String id = idPrefix + UUID.randomUUID();
        HttpTestClient chief = operator.signedInAs(id, "grid-chief@" + GRID);
        String post = "/api/grid-posts/" + GRID;
        operator.post(PlatformService.GRID_MANAGEMENT, post + "/relieve-chief", "{\"reason\":\"for this test\"}");
        HttpTestClient.Response appointed = operator.post(
                PlatformService.GRID_MANAGEMENT,
                post + "/appoint-chief",
                "{\"person\":\"%s\",\"name\":\"王小明\"}".formatted(id));
        assertThat(appointed.status()).as(appointed.json().toString()).isEqualTo(200);

        String path = submit(operator.signedInAs(id, "resident@" + SecurityTestTown.CODE));
        operator.post(
                PlatformService.RESIDENT_REQUESTS,
                path + "/classify",
                "{\"kind\":\"HELP\",\"caseKind\":\"IMMEDIATE\"}");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            operator.post(PlatformService.RESIDENT_REQUESTS, path + "/dispatch", "{}");
            assertThat(operator.get(PlatformService.RESIDENT_REQUESTS, path)
                            .json()
                            .path("handler")
                            .asString())
                    .isEqualTo(id);
        });
        assertThat(chief.post(PlatformService.RESIDENT_REQUESTS, path + "/accept", "{}")
                        .status())
                .isEqualTo(200);

        assertThat(erase(operator, URLEncoder.encode(id, StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(204);
        assertThat(operator.get(PlatformService.RESIDENT_REQUESTS, path)
                        .json()
                        .path("erased")
                        .asBoolean())
                .isTrue();
        await().atMost(Duration.ofSeconds(30)).until(() -> !operator.get(PlatformService.GRID_MANAGEMENT, post)
                .json()
                .has("name"));
        operator.post(PlatformService.GRID_MANAGEMENT, post + "/relieve-chief", "{\"reason\":\"end of the test\"}");
    }

    private static HttpTestClient.Response erase(HttpTestClient client, String person) {
        return client.delete(PlatformService.RESIDENT_REQUESTS, "/api/residents/" + person);
    }

    private static void postOk(HttpTestClient client, String path, String body) {
        HttpTestClient.Response response = client.post(PlatformService.RESIDENT_REQUESTS, path, body);
        assertThat(response.status()).as(response.json().toString()).isEqualTo(200);
    }

    /** Replaces the current chief, if there is one. */
    private static HttpTestClient.Response appointChief(String chief) {
        relieveChief();
        HttpTestClient.Response appointed =
                operator.post(PlatformService.GRID_MANAGEMENT, POST + "/appoint-chief", chief);
        assertThat(appointed.status()).as(appointed.json().toString()).isEqualTo(200);
        return appointed;
    }

    private static void relieveChief() {
        operator.post(PlatformService.GRID_MANAGEMENT, POST + "/relieve-chief", "{\"reason\":\"for this test\"}");
    }

    private static String submit(HttpTestClient client, String... headers) {
        HttpTestClient.Response response =
                client.post(PlatformService.RESIDENT_REQUESTS, "/api/requests", SUBMISSION, headers);
        assertThat(response.status()).as(response.json().toString()).isEqualTo(201);
        return response.header("Location");
    }

    private static int awaitCount(int atLeast) {
        await().atMost(Duration.ofSeconds(30)).until(() -> currentCount() >= atLeast);
        return currentCount();
    }

    private static int currentCount() {
        return operator.get(PlatformService.GOVERNANCE_CENTER, "/api/summary?scope=" + GRID)
                .json()
                .path("total")
                .asInt();
    }
}
