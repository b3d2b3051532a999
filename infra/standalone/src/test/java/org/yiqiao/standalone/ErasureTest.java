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
import org.yiqiao.contracts.Service;
import org.yiqiao.testkit.Backends;

/** A person can be forgotten, and what was counted stays; until then, only who says what for sees who they are. */
class ErasureTest {

    private static final String GRID = AttackedTown.CODE + "001001";
    private static final String POST = "/api/grids/" + GRID;
    private static final String SUBMISSION =
            "{\"service\":\"Home Help\",\"kind\":\"HELP\",\"description\":\"I cannot climb the stairs\","
                    + "\"address\":\"Xinba Road 12\",\"location\":" + AttackedTown.INSIDE
                    + ",\"contact\":{\"name\":\"王小明\",\"phone\":\"13812345678\"}}";

    private static final Http operator = AttackedTown.operator();
    private static final Http worker = operator.by("worker-77", "community-worker@" + AttackedTown.CODE);

    private final String me = "erased-" + UUID.randomUUID();
    private final Http resident = operator.by(me, "resident@" + AttackedTown.CODE);

    @Test
    void whoSaysWhatForSeesARequestWholeAndThatIsAudited() {
        String path = submit(resident);

        Http.Answer masked = worker.get(Service.RESIDENT_REQUESTS, path);
        assertThat(masked.json().path("address").asString()).isEqualTo("Xinba Road **");
        assertThat(worker.get(Service.RESIDENT_REQUESTS, path + "/unmasked").code())
                .isEqualTo("purpose.missing");

        Http.Answer whole = worker.get(Service.RESIDENT_REQUESTS, path + "/unmasked", "visit " + me);
        assertThat(whole.json().path("request").path("address").asString()).isEqualTo("Xinba Road 12");
        assertThat(whole.json().path("contact").path("name").asString()).isEqualTo("王小明");

        Http.Answer audit = operator.by("auditor-77", "auditor@*")
                .get(Service.RESIDENT_REQUESTS, "/api/audit?operation=case.unmask&limit=500");
        assertThat(audit.json().path("items").valueStream()).anySatisfy(entry -> {
            assertThat(entry.path("purpose").asString()).isEqualTo("visit " + me);
            assertThat(entry.path("target").asString()).isEqualTo(me);
            assertThat(entry.path("caller").asString()).isEqualTo("worker-77");
            assertThat(entry.toString()).contains("phone").doesNotContain("王", "138", "Xinba");
        });
    }

    @Test
    void whoHasNoBusinessThereIsShownNothing() {
        String path = submit(resident) + "/unmasked";

        assertThat(operator.by("worker-78", "community-worker@990000078")
                        .get(Service.RESIDENT_REQUESTS, path, "visit")
                        .code())
                .isEqualTo("case.unknown");
        assertThat(operator.by("leader-77", "town-leader@" + AttackedTown.CODE)
                        .get(Service.RESIDENT_REQUESTS, path, "visit")
                        .code())
                .isEqualTo("access.denied");
    }

    @Test
    void whoIsErasedCannotBeReadAnyMoreAndIsCountedAsBefore() {
        String path = submit(resident);
        int before = awaitCounted(1);

        assertThat(erase(resident, me).status()).isEqualTo(204);

        for (Http by : new Http[] {resident, operator}) {
            Http.Answer found = by.get(Service.RESIDENT_REQUESTS, path);
            assertThat(found.json().path("erased").asBoolean()).isTrue();
            assertThat(found.json().path("service").asString()).isEqualTo("Home Help");
            assertThat(found.json().has("description")).isFalse();
            assertThat(found.json().has("address")).isFalse();
            assertThat(found.json().has("location")).isFalse();
        }
        assertThat(operator.get(Service.RESIDENT_REQUESTS, path + "/contact").code())
                .isEqualTo("contact.unknown");
        assertThat(counted()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void theirRequestIsStillHandled() {
        String path = submit(resident);
        appoint("{\"person\":\"chief-77\"}");
        done(operator, path + "/classify", "{\"kind\":\"HELP\",\"caseKind\":\"IMMEDIATE\"}");
        Http.Answer dispatched = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> operator.post(Service.RESIDENT_REQUESTS, path + "/dispatch", "{}"),
                        answer -> answer.status() == 200);
        Http chief = operator.by(dispatched.json().path("handler").asString(), "grid-chief@" + GRID);
        done(chief, path + "/accept", "");
        erase(resident, me);

        done(chief, path + "/resolve", "{\"measures\":\"Visited Ms Li\"}");
        done(operator, path + "/verify", "{\"solved\":true}");

        Http.Answer found = operator.get(Service.RESIDENT_REQUESTS, path);
        assertThat(found.json().path("stage").asString()).isEqualTo("VERIFIED");
        assertThat(found.json().path("erased").asBoolean()).isTrue();
        assertThat(found.json().has("measures")).isFalse();
        assertThat(found.json().has("description")).isFalse();
        relieve();
    }

    @Test
    void onlyThePersonAndWhoeverAnswersForTheTownErases() {
        submit(resident);

        Http neighbour = operator.by("neighbour-" + me, "resident@" + AttackedTown.CODE);
        assertThat(erase(neighbour, me).code()).isEqualTo("person.unknown");
        assertThat(erase(worker, me).code()).isEqualTo("access.denied");
        assertThat(erase(operator, me).status()).isEqualTo(204);
        assertThat(erase(operator, "nobody-" + me).code()).isEqualTo("person.unknown");
        assertThat(erase(operator, "of%20nobody").code()).isEqualTo("person.unknown");
    }

    @Test
    void toEraseTwiceIsToEraseOnceUntilSomebodyComesAgain() {
        String first = submit(resident);
        erase(resident, me);
        assertThat(erase(resident, me).status()).isEqualTo(204);

        String second = submit(resident);
        assertThat(resident.get(Service.RESIDENT_REQUESTS, second)
                        .json()
                        .path("address")
                        .asString())
                .isEqualTo("Xinba Road 12");
        assertThat(resident.get(Service.RESIDENT_REQUESTS, first).json().has("address"))
                .isFalse();

        erase(resident, me);
        assertThat(resident.get(Service.RESIDENT_REQUESTS, second).json().has("address"))
                .isFalse();
    }

    @Test
    void whatIsRepeatedAfterAnErasureBringsNoContactBack() {
        String key = UUID.randomUUID().toString();
        String path = submit(resident, "Idempotency-Key", key);
        erase(resident, me);

        assertThat(submit(resident, "Idempotency-Key", key)).isEqualTo(path);

        assertThat(operator.get(Service.RESIDENT_REQUESTS, path + "/contact").code())
                .isEqualTo("contact.unknown");
        assertThat(operator.get(Service.RESIDENT_REQUESTS, path)
                        .json()
                        .path("erased")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatIsRepeatedBecauseTheContactWasNotKeptKeepsIt() {
        String key = UUID.randomUUID().toString();
        String path = submit(resident, "Idempotency-Key", key);
        try (MongoClient client = MongoClients.create(Backends.shared().mongodbUri())) {
            client.getDatabase("yiqiao-" + Service.RESIDENT_REQUESTS.shortName())
                    .getCollection("people")
                    .deleteOne(new Document("_id", me));
        }
        assertThat(operator.get(Service.RESIDENT_REQUESTS, path + "/contact").code())
                .isEqualTo("contact.unknown");

        submit(resident, "Idempotency-Key", key);

        assertThat(operator.get(Service.RESIDENT_REQUESTS, path + "/contact")
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("王**");
    }

    @Test
    void whoGaveNoContactAtTheWindowIsErasedToo() {
        String path = AttackedTown.submit(worker, AttackedTown.INSIDE).header("Location");
        String requester = operator.get(Service.RESIDENT_REQUESTS, path)
                .json()
                .path("requester")
                .asString();

        assertThat(erase(operator, requester).status()).isEqualTo(204);

        Http.Answer found = operator.get(Service.RESIDENT_REQUESTS, path);
        assertThat(found.json().path("erased").asBoolean()).isTrue();
        assertThat(found.json().has("description")).isFalse();
    }

    @Test
    void whoseRequestCameThroughAProgramIsErasedAlone() {
        String key = AttackedTown.issueKey("Town app").json().path("key").asString();
        String one = submit(operator.byNobody(), "X-Api-Key", key);
        String other = submit(operator.byNobody(), "X-Api-Key", key);

        String requester = operator.get(Service.RESIDENT_REQUESTS, one)
                .json()
                .path("requester")
                .asString();
        assertThat(erase(operator, requester).status()).isEqualTo(204);

        assertThat(operator.get(Service.RESIDENT_REQUESTS, one)
                        .json()
                        .path("erased")
                        .asBoolean())
                .isTrue();
        assertThat(operator.get(Service.RESIDENT_REQUESTS, other + "/contact")
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("王**");
    }

    @Test
    void otherServicesForgetThemToo() {
        submit(resident);
        assertThat(appoint("{\"person\":\"%s\",\"name\":\"王小明\"}".formatted(me))
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("王小明");

        erase(operator, me);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Http.Answer found = operator.get(Service.GRID_MANAGEMENT, POST);
            assertThat(found.json().path("chief").asString()).isEqualTo(me);
            assertThat(found.json().has("name")).isFalse();
        });
        assertThat(operator.get(Service.GRID_MANAGEMENT, POST)
                        .json()
                        .path("erased")
                        .asBoolean())
                .isTrue();

        appoint("{\"person\":\"chief-78\"}");

        Http.Answer successor = operator.get(Service.GRID_MANAGEMENT, POST);
        assertThat(successor.json().path("chief").asString()).isEqualTo("chief-78");
        assertThat(successor.json().has("erased")).isFalse();
        relieve();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"auth0|5f7c8ec7c33c6c004bbafe82", "rrSW_k4-9xQ_vK", "me@idp.example", "a+b=c:d~e'f,(g)*h!$&"})
    void whateverTheirIssuerCallsThemSomebodyHandlesCasesAndCanBeForgotten(String issued) {
        String id = issued + UUID.randomUUID();
        Http chief = operator.by(id, "grid-chief@" + GRID);
        String post = "/api/grids/" + GRID;
        operator.post(Service.GRID_MANAGEMENT, post + "/relieve-chief", "{\"reason\":\"for this test\"}");
        Http.Answer appointed = operator.post(
                Service.GRID_MANAGEMENT, post + "/appoint-chief", "{\"person\":\"%s\",\"name\":\"王小明\"}".formatted(id));
        assertThat(appointed.status()).as(appointed.json().toString()).isEqualTo(200);

        String path = submit(operator.by(id, "resident@" + AttackedTown.CODE));
        operator.post(Service.RESIDENT_REQUESTS, path + "/classify", "{\"kind\":\"HELP\",\"caseKind\":\"IMMEDIATE\"}");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            operator.post(Service.RESIDENT_REQUESTS, path + "/dispatch", "{}");
            assertThat(operator.get(Service.RESIDENT_REQUESTS, path)
                            .json()
                            .path("handler")
                            .asString())
                    .isEqualTo(id);
        });
        assertThat(chief.post(Service.RESIDENT_REQUESTS, path + "/accept", "{}").status())
                .isEqualTo(200);

        assertThat(erase(operator, URLEncoder.encode(id, StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(204);
        assertThat(operator.get(Service.RESIDENT_REQUESTS, path)
                        .json()
                        .path("erased")
                        .asBoolean())
                .isTrue();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !operator.get(Service.GRID_MANAGEMENT, post).json().has("name"));
        operator.post(Service.GRID_MANAGEMENT, post + "/relieve-chief", "{\"reason\":\"end of the test\"}");
    }

    private static Http.Answer erase(Http by, String person) {
        return by.delete(Service.RESIDENT_REQUESTS, "/api/residents/" + person);
    }

    private static void done(Http by, String path, String body) {
        Http.Answer answer = by.post(Service.RESIDENT_REQUESTS, path, body);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }

    /** In place of whoever has the post. */
    private static Http.Answer appoint(String chief) {
        relieve();
        Http.Answer appointed = operator.post(Service.GRID_MANAGEMENT, POST + "/appoint-chief", chief);
        assertThat(appointed.status()).as(appointed.json().toString()).isEqualTo(200);
        return appointed;
    }

    private static void relieve() {
        operator.post(Service.GRID_MANAGEMENT, POST + "/relieve-chief", "{\"reason\":\"for this test\"}");
    }

    private static String submit(Http by, String... headers) {
        Http.Answer answer = by.post(Service.RESIDENT_REQUESTS, "/api/requests", SUBMISSION, headers);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.header("Location");
    }

    private static int awaitCounted(int atLeast) {
        await().atMost(Duration.ofSeconds(30)).until(() -> counted() >= atLeast);
        return counted();
    }

    private static int counted() {
        return operator.get(Service.GOVERNANCE_CENTER, "/api/summary?scope=" + GRID)
                .json()
                .path("total")
                .asInt();
    }
}
