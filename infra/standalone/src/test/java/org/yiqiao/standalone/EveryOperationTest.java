package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yiqiao.contracts.PlatformService.GOVERNANCE_CENTER;
import static org.yiqiao.contracts.PlatformService.GRID_MANAGEMENT;
import static org.yiqiao.contracts.PlatformService.RESIDENT_REQUESTS;
import static org.yiqiao.contracts.PlatformService.SOCIAL_ORGANIZATIONS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.testkit.api.ApiDocument;
import org.yiqiao.testkit.api.DocumentedOperation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out every documented operation once. Each answer is compared with the document, and is the example that the
 * document shows.
 */
class EveryOperationTest {

    /** Grid management has no projection, and only a projection can be rebuilt. */
    private static final Set<String> NOT_CARRIED_OUT =
            Set.of("grid-management feedsRebuild", "grid-management feedsRebuildRead");

    private static final Path SAMPLES = Path.of("../../docs/samples");
    /** A township of its own: the tests of the demo town share the platform, and their order is random. */
    private static final String TOWNSHIP = "330109116";

    private static final String COMMUNITY = TOWNSHIP + "005";
    private static final String GRID = COMMUNITY + "001";
    private static final String CHIEF = "chief-5-1";
    private static final String PURPOSE = "case 4711";

    private static final HttpTestClient operator = SharedPlatform.http().signedInWithEveryPost("worker-5");
    private static final HttpTestClient chief =
            operator.signedInAs(CHIEF, "grid-chief@" + GRID, "community-worker@" + COMMUNITY);
    private static final HttpTestClient resident = operator.signedInAs("resident-5", "resident@" + COMMUNITY);

    @TempDir
    private Path directory;

    private final Set<String> carriedOut = new TreeSet<>();

    @Test
    void everyDocumentedOperationAnswersAsDocumented() throws IOException {
        carryOutTerritory();
        carryOutCase();
        carryOutImports();
        carryOutKeys();
        carryOutHelp();
        carryOutCenter();
        for (PlatformService service : PlatformService.values()) {
            carryOutOperations(service);
        }
        post(operator, GRID_MANAGEMENT, "/api/grid-posts/" + GRID + "/relieve-chief", "{\"reason\":\"Moves away.\"}");
        delete(RESIDENT_REQUESTS, "/api/residents/resident-5");

        assertThat(documented()).isNotEmpty();
        assertThat(carriedOut).containsExactlyInAnyOrderElementsOf(without(documented(), NOT_CARRIED_OUT));
    }

    private void carryOutTerritory() throws IOException {
        String file = sampleTerritory();
        HttpTestClient.Response imported =
                operator.post(GRID_MANAGEMENT, "/api/territory/import", file, "Content-Type", "application/geo+json");
        record(
                GRID_MANAGEMENT,
                "POST",
                "/api/territory/import",
                JsonMapper.shared().readTree(file),
                imported);
        get(GRID_MANAGEMENT, "/api/territory/places?at=30.06,121.199");
        get(GRID_MANAGEMENT, "/api/territory");
        String grid = "/api/grid-posts/" + GRID;
        post(operator, GRID_MANAGEMENT, grid + "/appoint-chief", "{\"person\":\"chief-5-1\",\"name\":\"Wang Fang\"}");
        get(GRID_MANAGEMENT, grid);
        HttpTestClient.Response matter = post(operator, GRID_MANAGEMENT, "/api/matters", """
                {"service":"Street light","description":"The lamp at the north gate is dark.",
                "location":{"lat":30.06,"long":121.199}}""");
        get(GRID_MANAGEMENT, "/api/matters/" + matter.id());
    }

    /** Returns the territory of the samples with the codes of this test's township, one degree to the east. */
    private static String sampleTerritory() throws IOException {
        return Files.readString(SAMPLES.resolve("territory.geojson"))
                .replace("330109106", TOWNSHIP)
                .replace("[120.", "[121.");
    }

    private void carryOutCase() {
        String body = """
                {"service":"Street light","kind":"REPORT","description":"The lamp at gate 3 is dark.",
                "location":{"lat":30.06,"long":121.199},
                "contact":{"name":"Li Lei","phone":"13800001234"}}""";
        HttpTestClient.Response submitted = eventually(
                () -> resident.post(RESIDENT_REQUESTS, "/api/requests", body),
                response -> response.json().path("path").size() > 2);
        record(RESIDENT_REQUESTS, "POST", "/api/requests", JsonMapper.shared().readTree(body), submitted);
        String path = submitted.header("Location");
        get(RESIDENT_REQUESTS, "/api/requests?limit=1");
        get(RESIDENT_REQUESTS, path);
        get(RESIDENT_REQUESTS, path + "/contact");
        record(
                RESIDENT_REQUESTS,
                "GET",
                path + "/unmasked",
                null,
                operator.get(RESIDENT_REQUESTS, path + "/unmasked", PURPOSE));
        post(operator, RESIDENT_REQUESTS, path + "/route", "{\"place\":\"" + GRID + "\"}");
        post(operator, RESIDENT_REQUESTS, path + "/classify", "{\"kind\":\"REPORT\",\"caseKind\":\"IMMEDIATE\"}");
        HttpTestClient.Response dispatched = eventually(
                () -> operator.post(RESIDENT_REQUESTS, path + "/dispatch", ""), response -> response.status() == 200);
        record(RESIDENT_REQUESTS, "POST", path + "/dispatch", null, dispatched);
        post(chief, RESIDENT_REQUESTS, path + "/accept", "");
        post(chief, RESIDENT_REQUESTS, path + "/resolve", "{\"measures\":\"New lamp.\"}");
        post(operator, RESIDENT_REQUESTS, path + "/verify", "{\"solved\":true}");
        post(operator, RESIDENT_REQUESTS, path + "/close", "");
        post(resident, RESIDENT_REQUESTS, path + "/rate", "{\"solved\":true,\"satisfaction\":\"SATISFIED\"}");
        post(resident, RESIDENT_REQUESTS, path + "/reopen", "{\"reason\":\"Dark again.\"}");
    }

    private void carryOutImports() throws IOException {
        String rows = Files.readString(SAMPLES.resolve("requests.csv")).replace(",120.", ",121.");
        Path file = Files.writeString(directory.resolve("requests.csv"), rows);
        String importPath = "/api/requests/import";
        HttpTestClient.Response accepted =
                operator.upload(RESIDENT_REQUESTS, importPath + "?source=samples", file, "Content-Type", "text/csv");
        record(RESIDENT_REQUESTS, "POST", importPath, JsonMapper.shared().valueToTree(rows), accepted);
        HttpTestClient.Response done = eventually(
                () -> operator.get(RESIDENT_REQUESTS, accepted.header("Location")),
                response -> response.json().has("finishedAt"));
        record(RESIDENT_REQUESTS, "GET", accepted.header("Location"), null, done);
        String rejected = accepted.header("Location") + "/rejected";
        record(RESIDENT_REQUESTS, "GET", rejected, null, operator.get(RESIDENT_REQUESTS, rejected, PURPOSE));
        String mapping = "/api/requests/import-mappings/sample";
        String body = "{\"columns\":{\"service_request_id\":[\"Number\"],\"service_name\":[\"Subject\"],"
                + "\"status\":[\"State\"],\"requested_datetime\":[\"Received\"]}}";
        record(
                RESIDENT_REQUESTS,
                "PUT",
                mapping,
                JsonMapper.shared().readTree(body),
                operator.put(RESIDENT_REQUESTS, mapping, body, "application/json"));
        get(RESIDENT_REQUESTS, mapping);
        get(RESIDENT_REQUESTS, "/api/requests/import-mappings");
        delete(RESIDENT_REQUESTS, mapping);
    }

    private void carryOutKeys() {
        HttpTestClient.Response key = post(
                operator,
                RESIDENT_REQUESTS,
                "/api/keys",
                "{\"name\":\"Parking app\",\"scope\":\"" + TOWNSHIP + "\",\"perSecond\":5}");
        get(RESIDENT_REQUESTS, "/api/keys?limit=1");
        post(operator, RESIDENT_REQUESTS, "/api/keys/" + key.id() + "/revoke", "");
    }

    private void carryOutHelp() {
        String request = resident.post(RESIDENT_REQUESTS, "/api/requests", """
                        {"service":"Shopping","kind":"HELP","description":"Heavy bags.",
                        "location":{"lat":30.06,"long":121.199}}""").id();
        String body = "{\"name\":\"Lamp volunteers\",\"type\":\"SERVICE\",\"community\":\"" + COMMUNITY + "\"}";
        HttpTestClient.Response filed = eventually(
                () -> operator.post(SOCIAL_ORGANIZATIONS, "/api/organizations", body),
                response -> response.status() == 201);
        record(
                SOCIAL_ORGANIZATIONS,
                "POST",
                "/api/organizations",
                JsonMapper.shared().readTree(body),
                filed);
        get(SOCIAL_ORGANIZATIONS, "/api/organizations/" + filed.id());
        String claim = "{\"request\":\"" + request + "\",\"organization\":\"" + filed.id() + "\"}";
        HttpTestClient.Response claimed = eventually(
                () -> operator.post(SOCIAL_ORGANIZATIONS, "/api/claims", claim), response -> response.status() == 201);
        record(SOCIAL_ORGANIZATIONS, "POST", "/api/claims", JsonMapper.shared().readTree(claim), claimed);
        get(SOCIAL_ORGANIZATIONS, "/api/claims/" + request);
        post(operator, SOCIAL_ORGANIZATIONS, "/api/claims/" + request + "/withdraw", "{\"reason\":\"No time.\"}");
    }

    private void carryOutCenter() {
        String scope = "/api/scopes/" + GRID;
        eventually(() -> operator.get(GOVERNANCE_CENTER, scope), response -> response.status() == 200);
        get(GOVERNANCE_CENTER, scope);
        get(GOVERNANCE_CENTER, "/api/scopes");
        get(GOVERNANCE_CENTER, "/api/summary?scope=" + GRID);
        get(GOVERNANCE_CENTER, "/api/session");
        get(GOVERNANCE_CENTER, "/api/live");
    }

    private void carryOutOperations(PlatformService service) {
        get(service, "/api/audit?limit=1");
        get(service, "/api/audit/export?after=1000000000");
        post(operator, service, "/api/audit/verify", "");
        get(service, "/api/audit/verify");
        HttpTestClient.Response handlers = get(service, "/api/operations/subscribers");
        // RebuildEndToEndTest expects that the first projection was never rebuilt.
        for (JsonNode handler : handlers.json().valueStream().toList().reversed()) {
            String path = "/api/operations/subscribers/" + handler.path("name").asString();
            post(operator, service, path + "/replay-dead-letters", "");
            if (operator.post(service, path + "/rebuild", "").status() == 202) {
                post(operator, service, path + "/rebuild", "");
                get(service, path + "/rebuild");
                return;
            }
        }
    }

    private HttpTestClient.Response get(PlatformService service, String path) {
        HttpTestClient.Response response = operator.get(service, path);
        record(service, "GET", path, null, response);
        return response;
    }

    private void delete(PlatformService service, String path) {
        record(service, "DELETE", path, null, operator.delete(service, path));
    }

    private HttpTestClient.Response post(HttpTestClient client, PlatformService service, String path, String body) {
        HttpTestClient.Response response = client.post(service, path, body);
        record(
                service,
                "POST",
                path,
                body.isEmpty() ? null : JsonMapper.shared().readTree(body),
                response);
        return response;
    }

    private void record(
            PlatformService service,
            String method,
            String path,
            @Nullable JsonNode request,
            HttpTestClient.Response response) {
        assertThat(response.status())
                .as(method + " " + path + " " + response.json())
                .isBetween(200, 299);
        DocumentedOperation operation = document(service)
                .findOperation(method, path.split("\\?", 2)[0])
                .orElseThrow(() -> new AssertionError("Not documented: " + method + " " + path));
        carriedOut.add(service.id() + " " + operation.id());
        ApiSamples.publish(service, operation.id(), request, response.json());
    }

    private static Set<String> documented() {
        Set<String> operations = new TreeSet<>();
        for (PlatformService service : PlatformService.values()) {
            document(service).operations().forEach(operation -> operations.add(service.id() + " " + operation.id()));
        }
        return operations;
    }

    private static Set<String> without(Set<String> operations, Set<String> removed) {
        Set<String> rest = new TreeSet<>(operations);
        rest.removeAll(removed);
        return rest;
    }

    private static ApiDocument document(PlatformService service) {
        return DocumentedAnswers.document(service, operator);
    }

    private static HttpTestClient.Response eventually(
            Supplier<HttpTestClient.Response> call, Predicate<HttpTestClient.Response> condition) {
        AtomicReference<HttpTestClient.Response> last = new AtomicReference<>();
        await().pollInSameThread()
                .pollInterval(Duration.ofMillis(250))
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    last.set(call.get());
                    return condition.test(last.get());
                });
        return Objects.requireNonNull(last.get());
    }
}
