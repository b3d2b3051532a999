package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.yiqiao.access.AccessPolicy;
import org.yiqiao.contracts.PlatformService;

/** An API key of an Open311 client grants exactly the access that it was issued for. */
class ApiKeysTest {

    private static final HttpTestClient operator = SecurityTestTown.operator();
    private static final HttpTestClient anonymous = operator.anonymous();

    @Test
    void keySubmitsInItsScopeAndReadsItsOwnRequests() {
        String key =
                SecurityTestTown.issueKey("Reporting app").json().path("key").asString();

        HttpTestClient.Response byQuery = anonymous.post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests?api_key=" + key,
                SecurityTestTown.requestBody(SecurityTestTown.INSIDE));
        HttpTestClient.Response byHeader =
                SecurityTestTown.submit(anonymous, SecurityTestTown.INSIDE, "X-Api-Key", key);

        assertThat(byQuery.status()).as(byQuery.json().toString()).isEqualTo(201);
        assertThat(byHeader.status()).isEqualTo(201);
        HttpTestClient.Response listed =
                anonymous.get(PlatformService.RESIDENT_REQUESTS, "/api/requests?limit=50&api%5Fkey=" + key);
        assertThat(listed.json().path("items").values().stream()
                        .map(item -> item.path("id").asString()))
                .containsExactlyInAnyOrder(byQuery.id(), byHeader.id());
    }

    @Test
    void requestsOfOneKeyHaveSeparateContacts() {
        String key = SecurityTestTown.issueKey("App of many").json().path("key").asString();
        String first = submitWithContact(key, "Anna").header("Location");
        String second = submitWithContact(key, "Bert").header("Location");

        assertThat(maskedName(first)).isEqualTo("A**");
        assertThat(maskedName(second)).isEqualTo("B**");
    }

    private static HttpTestClient.Response submitWithContact(String key, String name) {
        return anonymous.post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests",
                "{\"service\":\"s\",\"description\":\"d\",\"location\":%s,\"contact\":{\"name\":\"%s\"}}"
                        .formatted(SecurityTestTown.INSIDE, name),
                "X-Api-Key",
                key);
    }

    private static String maskedName(String request) {
        return operator.get(PlatformService.RESIDENT_REQUESTS, request + "/contact")
                .json()
                .path("name")
                .asString();
    }

    @Test
    void keyCannotSubmitOutsideItsScope() {
        String key = SecurityTestTown.issueKey("Local app").json().path("key").asString();

        HttpTestClient.Response response =
                SecurityTestTown.submit(anonymous, SecurityTestTown.OUTSIDE, "X-Api-Key", key);
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.code()).isEqualTo("key.elsewhere");
    }

    @Test
    void requestWithoutLocationBelongsToTheTownshipOfTheKey() {
        String key =
                SecurityTestTown.issueKey("Form without map").json().path("key").asString();

        HttpTestClient.Response response = anonymous.post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests",
                "{\"service\":\"s\",\"description\":\"d\",\"address\":\"somewhere\"}",
                "X-Api-Key",
                key);

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.json().path("township").asString()).isEqualTo(SecurityTestTown.CODE);
        assertThat(operator
                        .get(PlatformService.RESIDENT_REQUESTS, "/api/requests?unrouted=true&limit=500")
                        .json()
                        .path("items")
                        .values()
                        .stream()
                        .map(item -> item.path("id").asString()))
                .contains(response.id());
    }

    @Test
    void keyCannotAccessOtherResources() {
        String key = SecurityTestTown.issueKey("Curious app").json().path("key").asString();
        String others = SecurityTestTown.submit(SecurityTestTown.resident(), SecurityTestTown.INSIDE)
                .header("Location");

        assertThat(anonymous
                        .get(PlatformService.RESIDENT_REQUESTS, others + "?api_key=" + key)
                        .code())
                .isEqualTo("case.unknown");
        assertThat(anonymous
                        .post(PlatformService.RESIDENT_REQUESTS, others + "/close?api_key=" + key, "{}")
                        .code())
                .isEqualTo("access.denied");
        assertThat(anonymous
                        .get(PlatformService.RESIDENT_REQUESTS, "/api/keys?api_key=" + key)
                        .status())
                .isEqualTo(401);
        assertThat(anonymous
                        .get(PlatformService.RESIDENT_REQUESTS, "/api/audit?api_key=" + key)
                        .status())
                .isEqualTo(401);
        assertThat(anonymous
                        .get(PlatformService.GOVERNANCE_CENTER, "/api/scopes?api_key=" + key)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void keyHasNoOtherResidentPermissionsOnItsRequests() {
        String key = SecurityTestTown.issueKey("Greedy app").json().path("key").asString();
        HttpTestClient.Response submitted = submitWithContact(key, "Carl");
        String path = submitted.header("Location");
        String requester = operator.get(PlatformService.RESIDENT_REQUESTS, path)
                .json()
                .path("requester")
                .asString();
        String query = "?api_key=" + key;

        assertDenied(anonymous.get(PlatformService.RESIDENT_REQUESTS, path + "/unmasked" + query, "to know it all"));
        assertDenied(anonymous.get(PlatformService.RESIDENT_REQUESTS, path + "/contact" + query));
        assertDenied(anonymous.post(
                PlatformService.RESIDENT_REQUESTS,
                path + "/rate" + query,
                "{\"solved\":true,\"satisfaction\":\"SATISFIED\"}"));
        assertDenied(
                anonymous.post(PlatformService.RESIDENT_REQUESTS, path + "/reopen" + query, "{\"reason\":\"again\"}"));
        assertThat(anonymous
                        .delete(PlatformService.RESIDENT_REQUESTS, "/api/residents/" + requester + query)
                        .code())
                .as("this endpoint accepts no API keys")
                .isEqualTo("access.unauthenticated");

        assertThat(anonymous
                        .get(PlatformService.RESIDENT_REQUESTS, path + query)
                        .status())
                .isEqualTo(200);
        assertThat(maskedName(path)).isEqualTo("C**");
    }

    private static void assertDenied(HttpTestClient.Response response) {
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.code()).isEqualTo("access.denied");
        assertThat(response.json().toString()).doesNotContain("Carl");
    }

    @Test
    void keyPermissionsMatchThePolicy() {
        String key = SecurityTestTown.issueKey("Trying app").json().path("key").asString();
        AccessPolicy policy = AccessPolicy.load();

        assertThat(Endpoint.all())
                .filteredOn(endpoint -> endpoint.service() == PlatformService.RESIDENT_REQUESTS
                        && endpoint.path().startsWith("/api/requests"))
                .hasSizeGreaterThan(10)
                .allSatisfy(endpoint -> assertThat(endpoint.withApiKey(key)
                                .callWithEmptyBody(anonymous)
                                .code()
                                .equals("access.denied"))
                        .as(endpoint.toString())
                        .isEqualTo(!policy.isOpenToApiKeys(endpoint.operation())));
    }

    @Test
    void revokedKeyIsRejected() {
        HttpTestClient.Response issued = SecurityTestTown.issueKey("Short-lived app");
        String key = issued.json().path("key").asString();
        assertThat(SecurityTestTown.submit(anonymous, SecurityTestTown.INSIDE, "X-Api-Key", key)
                        .status())
                .isEqualTo(201);

        String revoke = "/api/keys/" + issued.id() + "/revoke";
        assertThat(operator.signedInAs("operator-78", "town-operator@990000078")
                        .post(PlatformService.RESIDENT_REQUESTS, revoke, "")
                        .code())
                .isEqualTo("key.unknown");
        assertThat(operator.post(PlatformService.RESIDENT_REQUESTS, revoke, "").status())
                .isEqualTo(200);

        assertThat(SecurityTestTown.submit(anonymous, SecurityTestTown.INSIDE, "X-Api-Key", key)
                        .status())
                .as("429 if other tests have sent wrong keys from this address")
                .isIn(401, 429);
    }

    @Test
    void keyListDoesNotRevealKeys() {
        HttpTestClient.Response issued = SecurityTestTown.issueKey("Listed app");
        String key = issued.json().path("key").asString();

        HttpTestClient.Response listed = operator.get(PlatformService.RESIDENT_REQUESTS, "/api/keys?limit=500");
        assertThat(listed.json().toString())
                .contains(issued.id(), "Listed app", key.substring(0, 9))
                .doesNotContain(key, key.substring(0, 12));
        assertThat(operator.signedInAs("operator-78", "town-operator@990000078")
                        .get(PlatformService.RESIDENT_REQUESTS, "/api/keys?limit=500")
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void keyCannotExceedTheIssuersScopeOrAResidentsRole() {
        assertThat(operator.signedInAs("operator-78", "town-operator@990000078")
                        .post(
                                PlatformService.RESIDENT_REQUESTS,
                                "/api/keys",
                                SecurityTestTown.keyRequest("Foreign app"))
                        .code())
                .isEqualTo("access.outside-scope");
        assertThat(operator.post(
                                PlatformService.RESIDENT_REQUESTS,
                                "/api/keys",
                                "{\"name\":\"a\",\"scope\":\"990000999\"}")
                        .code())
                .isEqualTo("key.no-such-place");
        assertThat(operator.post(
                                PlatformService.RESIDENT_REQUESTS,
                                "/api/keys",
                                "{\"name\":\"a\",\"scope\":\"*\",\"posts\":[\"town-operator@*\"]}")
                        .code())
                .isEqualTo("json.unknown-field");
        assertThat(operator.post(PlatformService.RESIDENT_REQUESTS, "/api/keys", "{\"name\":\"a\",\"scope\":\"*\"}")
                        .code())
                .isEqualTo("input.invalid");
    }

    @Test
    void wrongKeysDoNotBlockAValidKey() throws Exception {
        String key = SecurityTestTown.issueKey("Patient app").json().path("key").asString();
        Set<Integer> statuses = new HashSet<>();
        try (ExecutorService attackers = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> responses = IntStream.range(0, 10_000)
                    .mapToObj(number -> attackers.submit(() -> anonymous
                            .get(PlatformService.RESIDENT_REQUESTS, "/api/requests?api_key=" + wrongKey(key, number))
                            .status()))
                    .toList();
            for (Future<Integer> response : responses) {
                statuses.add(response.get());
            }
        }
        assertThat(statuses).isSubsetOf(401, 429).contains(429);
        assertThat(SecurityTestTown.submit(anonymous, SecurityTestTown.INSIDE, "X-Api-Key", key)
                        .status())
                .isEqualTo(201);
        SecurityTestTown.assertHealthy();
    }

    @Test
    void keysAreNotLogged() {
        String key = SecurityTestTown.issueKey("Logged app").json().path("key").asString();
        Logger framework = (Logger) LoggerFactory.getLogger("org.springframework");
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        written.start();
        Level before = framework.getLevel();
        framework.setLevel(Level.DEBUG);
        framework.addAppender(written);
        try {
            anonymous.post(PlatformService.RESIDENT_REQUESTS, "/api/requests?api_key=" + key, "{}");
            anonymous.get(PlatformService.RESIDENT_REQUESTS, "/api/requests?limit=x&api_key=" + key);
        } finally {
            framework.detachAppender(written);
            framework.setLevel(before);
        }
        assertThat(List.copyOf(written.list))
                .isNotEmpty()
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(message -> message.contains(key));
    }

    /** Returns a key in the right format that was never issued. */
    private static String wrongKey(String key, int number) {
        int at = key.length() - 26;
        String other = key.charAt(at) == 'A' ? "B" : "A";
        return key.substring(0, at) + other + "%05d".formatted(number) + key.substring(at + 6);
    }
}
