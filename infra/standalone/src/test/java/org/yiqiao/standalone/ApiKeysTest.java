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
import org.yiqiao.contracts.Service;
import org.yiqiao.support.access.Policy;

/** Clients of Open311 show a key; it opens what it was issued for, and nothing else. */
class ApiKeysTest {

    private static final Http operator = AttackedTown.operator();
    private static final Http nobody = operator.byNobody();

    @Test
    void aKeySubmitsInItsPlaceAndReadsItsOwn() {
        String key = AttackedTown.issueKey("Reporting app").json().path("key").asString();

        Http.Answer byQuery = nobody.post(
                Service.RESIDENT_REQUESTS, "/api/requests?api_key=" + key, AttackedTown.body(AttackedTown.INSIDE));
        Http.Answer byHeader = AttackedTown.submit(nobody, AttackedTown.INSIDE, "X-Api-Key", key);

        assertThat(byQuery.status()).as(byQuery.json().toString()).isEqualTo(201);
        assertThat(byHeader.status()).isEqualTo(201);
        Http.Answer listed = nobody.get(Service.RESIDENT_REQUESTS, "/api/requests?limit=50&api%5Fkey=" + key);
        assertThat(listed.json().path("items").values().stream()
                        .map(item -> item.path("id").asString()))
                .containsExactlyInAnyOrder(byQuery.id(), byHeader.id());
    }

    @Test
    void ofEachOfAKeysRequestsTheContactIsItsOwn() {
        String key = AttackedTown.issueKey("App of many").json().path("key").asString();
        String first = withContact(key, "Anna").header("Location");
        String second = withContact(key, "Bert").header("Location");

        assertThat(shownName(first)).isEqualTo("A**");
        assertThat(shownName(second)).isEqualTo("B**");
    }

    private static Http.Answer withContact(String key, String name) {
        return nobody.post(
                Service.RESIDENT_REQUESTS,
                "/api/requests",
                "{\"service\":\"s\",\"description\":\"d\",\"location\":%s,\"contact\":{\"name\":\"%s\"}}"
                        .formatted(AttackedTown.INSIDE, name),
                "X-Api-Key",
                key);
    }

    private static String shownName(String request) {
        return operator.get(Service.RESIDENT_REQUESTS, request + "/contact")
                .json()
                .path("name")
                .asString();
    }

    @Test
    void aKeySubmitsNothingElsewhere() {
        String key = AttackedTown.issueKey("Local app").json().path("key").asString();

        for (String body : List.of(
                AttackedTown.body(AttackedTown.OUTSIDE),
                "{\"service\":\"s\",\"description\":\"d\",\"address\":\"somewhere\"}")) {
            Http.Answer answer = nobody.post(Service.RESIDENT_REQUESTS, "/api/requests", body, "X-Api-Key", key);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("key.elsewhere");
        }
    }

    @Test
    void aKeyOpensNothingElse() {
        String key = AttackedTown.issueKey("Curious app").json().path("key").asString();
        String others = AttackedTown.submit(AttackedTown.resident(), AttackedTown.INSIDE)
                .header("Location");

        assertThat(nobody.get(Service.RESIDENT_REQUESTS, others + "?api_key=" + key)
                        .code())
                .isEqualTo("case.unknown");
        assertThat(nobody.post(Service.RESIDENT_REQUESTS, others + "/close?api_key=" + key, "{}")
                        .code())
                .isEqualTo("access.denied");
        assertThat(nobody.get(Service.RESIDENT_REQUESTS, "/api/keys?api_key=" + key)
                        .status())
                .isEqualTo(401);
        assertThat(nobody.get(Service.RESIDENT_REQUESTS, "/api/audit?api_key=" + key)
                        .status())
                .isEqualTo(401);
        assertThat(nobody.get(Service.GOVERNANCE_CENTER, "/api/scopes?api_key=" + key)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void ofWhatAKeyHasSubmittedItDoesNothingElseThatAResidentMay() {
        String key = AttackedTown.issueKey("Greedy app").json().path("key").asString();
        Http.Answer submitted = withContact(key, "Carl");
        String path = submitted.header("Location");
        String requester = operator.get(Service.RESIDENT_REQUESTS, path)
                .json()
                .path("requester")
                .asString();
        String shown = "?api_key=" + key;

        isDenied(nobody.get(Service.RESIDENT_REQUESTS, path + "/unmasked" + shown, "to know it all"));
        isDenied(nobody.get(Service.RESIDENT_REQUESTS, path + "/contact" + shown));
        isDenied(nobody.post(
                Service.RESIDENT_REQUESTS, path + "/rate" + shown, "{\"solved\":true,\"satisfaction\":\"SATISFIED\"}"));
        isDenied(nobody.post(Service.RESIDENT_REQUESTS, path + "/reopen" + shown, "{\"reason\":\"again\"}"));
        assertThat(nobody.delete(Service.RESIDENT_REQUESTS, "/api/residents/" + requester + shown)
                        .code())
                .as("no key is taken there")
                .isEqualTo("access.unauthenticated");

        assertThat(nobody.get(Service.RESIDENT_REQUESTS, path + shown).status()).isEqualTo(200);
        assertThat(shownName(path)).isEqualTo("C**");
    }

    private static void isDenied(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("access.denied");
        assertThat(answer.json().toString()).doesNotContain("Carl");
    }

    @Test
    void aKeyIsDeniedExactlyWhatTheTableDoesNotOpenToKeys() {
        String key = AttackedTown.issueKey("Trying app").json().path("key").asString();
        Policy policy = Policy.ofThePlatform();

        assertThat(Endpoint.all())
                .filteredOn(endpoint -> endpoint.service() == Service.RESIDENT_REQUESTS
                        && endpoint.path().startsWith("/api/requests"))
                .hasSizeGreaterThan(10)
                .allSatisfy(endpoint -> assertThat(
                                endpoint.showing(key).call(nobody).code().equals("access.denied"))
                        .as(endpoint.toString())
                        .isEqualTo(!policy.isOpenToKeys(endpoint.operation())));
    }

    @Test
    void aRevokedKeyOpensNothing() {
        Http.Answer issued = AttackedTown.issueKey("Short-lived app");
        String key = issued.json().path("key").asString();
        assertThat(AttackedTown.submit(nobody, AttackedTown.INSIDE, "X-Api-Key", key)
                        .status())
                .isEqualTo(201);

        String revoke = "/api/keys/" + issued.id() + "/revoke";
        assertThat(operator.by("operator-78", "town-operator@990000078")
                        .post(Service.RESIDENT_REQUESTS, revoke, "")
                        .code())
                .isEqualTo("key.unknown");
        assertThat(operator.post(Service.RESIDENT_REQUESTS, revoke, "").status())
                .isEqualTo(200);

        assertThat(AttackedTown.submit(nobody, AttackedTown.INSIDE, "X-Api-Key", key)
                        .status())
                .as("429 if others have shown wrong ones from here")
                .isIn(401, 429);
    }

    @Test
    void aListShowsNoKey() {
        Http.Answer issued = AttackedTown.issueKey("Listed app");
        String key = issued.json().path("key").asString();

        Http.Answer listed = operator.get(Service.RESIDENT_REQUESTS, "/api/keys?limit=500");
        assertThat(listed.json().toString())
                .contains(issued.id(), "Listed app", key.substring(0, 9))
                .doesNotContain(key, key.substring(0, 12));
        assertThat(operator.by("operator-78", "town-operator@990000078")
                        .get(Service.RESIDENT_REQUESTS, "/api/keys?limit=500")
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void nobodyIssuesAKeyBeyondTheirScopeOrForMoreThanAResident() {
        assertThat(operator.by("operator-78", "town-operator@990000078")
                        .post(Service.RESIDENT_REQUESTS, "/api/keys", AttackedTown.wantedKey("Foreign app"))
                        .code())
                .isEqualTo("key.no-such-place");
        assertThat(operator.post(
                                Service.RESIDENT_REQUESTS,
                                "/api/keys",
                                "{\"name\":\"a\",\"scope\":\"*\",\"posts\":[\"town-operator@*\"]}")
                        .code())
                .isEqualTo("json.unknown-field");
        assertThat(operator.post(Service.RESIDENT_REQUESTS, "/api/keys", "{\"name\":\"a\",\"scope\":\"*\"}")
                        .code())
                .isEqualTo("input.invalid");
    }

    @Test
    void tenThousandWrongKeysHoldUpNoRightOne() throws Exception {
        String key = AttackedTown.issueKey("Patient app").json().path("key").asString();
        Set<Integer> statuses = new HashSet<>();
        try (ExecutorService attackers = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> answers = IntStream.range(0, 10_000)
                    .mapToObj(number -> attackers.submit(
                            () -> nobody.get(Service.RESIDENT_REQUESTS, "/api/requests?api_key=" + wrong(key, number))
                                    .status()))
                    .toList();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses).isSubsetOf(401, 429).contains(429);
        assertThat(AttackedTown.submit(nobody, AttackedTown.INSIDE, "X-Api-Key", key)
                        .status())
                .isEqualTo(201);
        AttackedTown.isWell();
    }

    @Test
    void noKeyComesIntoALog() {
        String key = AttackedTown.issueKey("Logged app").json().path("key").asString();
        Logger framework = (Logger) LoggerFactory.getLogger("org.springframework");
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        written.start();
        Level before = framework.getLevel();
        framework.setLevel(Level.DEBUG);
        framework.addAppender(written);
        try {
            nobody.post(Service.RESIDENT_REQUESTS, "/api/requests?api_key=" + key, "{}");
            nobody.get(Service.RESIDENT_REQUESTS, "/api/requests?limit=x&api_key=" + key);
        } finally {
            framework.detachAppender(written);
            framework.setLevel(before);
        }
        assertThat(List.copyOf(written.list))
                .isNotEmpty()
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(message -> message.contains(key));
    }

    /** A right one with other letters. */
    private static String wrong(String key, int number) {
        int at = key.length() - 26;
        String other = key.charAt(at) == 'A' ? "B" : "A";
        return key.substring(0, at) + other + "%05d".formatted(number) + key.substring(at + 6);
    }
}
