package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiqiao.contracts.PlatformService;

/**
 * A request that cannot be read as the input of its endpoint is answered with 400. A request that can be read, but has
 * a value that a constraint or a rule refuses, is answered with 422.
 */
class ProblemRuleTest {

    private static final HttpTestClient caller = SharedPlatform.http().signedInWithEveryPost("rule-sweeper");

    @Test
    void everyEndpointRefusesWhatItCannotReadWith400() {
        List<String> failures = new ArrayList<>();
        Map<String, Set<String>> titles = new TreeMap<>();
        for (Endpoint endpoint : Endpoint.all()) {
            if (endpoint.path().startsWith("/api/")) {
                unreadable(endpoint).forEach(response -> {
                    titles.computeIfAbsent(response.code(), any -> new TreeSet<>())
                            .add(response.json().path("title").asString());
                    if (response.status() != 400 || !isProblem(response)) {
                        failures.add(endpoint + ": " + response.json());
                    }
                });
            }
        }
        assertThat(failures).isEmpty();
        assertThat(titles).containsKeys("json.malformed", "json.unknown-field", "json.wrong-type", "parameter.unknown");
        assertThat(titles.values()).allSatisfy(ofCode -> assertThat(ofCode).hasSize(1));
    }

    /** Returns the answers to malformed JSON, to a list, to an unknown field and to an unknown parameter. */
    private static Stream<HttpTestClient.Response> unreadable(Endpoint endpoint) {
        List<HttpTestClient.Response> responses = new ArrayList<>();
        if (endpoint.type().equals("application/json") && takesBody(endpoint)) {
            for (String body : List.of("{\"a\":", "[]", "{\"zzz\":1}")) {
                responses.add(send(endpoint, endpoint.path(), body));
            }
        }
        responses.add(send(endpoint, endpoint.path() + (endpoint.path().contains("?") ? "&" : "?") + "zzz=1", ""));
        return responses.stream();
    }

    /** Operations on a resource of a library type take no body. */
    private static boolean takesBody(Endpoint endpoint) {
        return (endpoint.method().equals("POST") || endpoint.method().equals("PUT"))
                && Stream.of("/revoke", "/rebuild", "/replay-dead-letters", "/verify")
                        .noneMatch(suffix -> endpoint.path().endsWith(suffix)
                                && !endpoint.operation().startsWith("case."));
    }

    private static HttpTestClient.Response send(Endpoint endpoint, String path, String body) {
        return switch (endpoint.method()) {
            case "GET" -> caller.get(endpoint.service(), path);
            case "DELETE" -> caller.delete(endpoint.service(), path);
            case "PUT" -> caller.put(endpoint.service(), path, body, endpoint.type());
            default -> caller.post(endpoint.service(), path, body, "Content-Type", endpoint.type());
        };
    }

    private static boolean isProblem(HttpTestClient.Response response) {
        String code = response.code();
        return response.header("Content-Type").startsWith("application/problem+json")
                && response.json().path("type").asString("").equals("https://yiqiao.org/problems/" + code)
                && !response.json().path("title").asString(code).equals(code)
                && !response.json().path("detail").asString(code).equals(code)
                && response.json().path("instance").asString("").startsWith("urn:uuid:")
                && response.header("Content-Language").equals("en");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RESIDENT_REQUESTS | /api/requests?limit=x | 400 | parameter.wrong-value",
                "RESIDENT_REQUESTS | /api/requests?limit=0 | 422 | paging.limit",
                "RESIDENT_REQUESTS | /api/requests?stage=LOST | 400 | parameter.wrong-value",
                "RESIDENT_REQUESTS | /api/requests?stages=CLOSED | 400 | parameter.unknown",
                "RESIDENT_REQUESTS | /api/requests?%7Bparameter%7D=1 | 400 | parameter.unknown",
                "RESIDENT_REQUESTS | /api/requests/%7Bid%7D | 404 | case.unknown",
                "GRID_MANAGEMENT | /api/territory/places?at=here | 400 | point.malformed",
                "GRID_MANAGEMENT | /api/territory/places?at=95,185 | 422 | point.out-of-range",
                "GRID_MANAGEMENT | /api/territory/places?at=120.17,30.06 | 422 | point.coordinates-swapped",
                "GRID_MANAGEMENT | /api/territory/places?att=30,120 | 400 | parameter.unknown",
                "GOVERNANCE_CENTER | /api/summary | 400 | parameter.missing",
                "GOVERNANCE_CENTER | /api/summary?scope=1&from=now | 400 | period.malformed",
                "GOVERNANCE_CENTER | /api/summary?scope=1&from=1900-01-01T00:00:00Z | 422 | period.out-of-range",
                "GOVERNANCE_CENTER | /api/audit?from=now | 400 | parameter.wrong-value",
            })
    void parametersFollowTheRule(PlatformService service, String path, int status, String code) {
        HttpTestClient.Response response = caller.get(service, path);

        assertThat(response.code()).as(response.json().toString()).isEqualTo(code);
        assertThat(response.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"If-Match, 3", "Idempotency-Key, a b", "traceparent, a b", "X-Purpose, <b>"})
    void unreadableHeadersAreRefusedWith400(String header, String value) {
        HttpTestClient.Response response =
                caller.post(PlatformService.RESIDENT_REQUESTS, "/api/requests/nothing/close", "{}", header, value);

        assertThat(response.code()).as(response.json().toString()).isEqualTo("header.malformed");
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().path("header").asString()).isEqualTo(header);
    }

    @ParameterizedTest
    @CsvSource({
        "dates=year-first, 400, import.dates",
        "separator=pipe, 400, import.separator",
        "datum=cgcs, 400, import.datum",
        "dryRun=perhaps, 400, parameter.wrong-value",
        "zone=Mars/Base, 422, import.zone",
        "charset=none, 422, import.charset",
        "source=a_b, 422, import.source",
        "mapping=none, 422, mapping.unknown"
    })
    void parametersOfAnImportFollowTheRule(String query, int status, String code) {
        HttpTestClient.Response response = caller.post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests/import?" + query,
                "a,b\n1,2\n",
                "Content-Type",
                "text/csv");

        assertThat(response.code()).as(response.json().toString()).isEqualTo(code);
        assertThat(response.status()).isEqualTo(status);
    }

    @Test
    void unknownFieldIsNamedWithTheNearestAllowedOne() {
        HttpTestClient.Response response = caller.post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests",
                "{\"service\":\"s\",\"descripton\":\"d\"}",
                "Accept-Language",
                "fr, zh-CN;q=0.9, en;q=0.8");

        assertThat(response.json().path("detail").asString()).isEqualTo("字段“descripton”不存在，是否应为“description”？请更正或删除。");
        assertThat(response.json().path("nearest").asString()).isEqualTo("description");
        assertThat(response.header("Content-Language")).isEqualTo("zh");
        assertThat(response.headers().allValues("Vary").toString())
                .containsIgnoringCase("Accept-Language")
                .containsIgnoringCase("Authorization")
                .containsIgnoringCase("Origin");
    }

    @Test
    void messagesShowNoRegularExpressionAndNoConstant() {
        HttpTestClient.Response phone = caller.post(PlatformService.RESIDENT_REQUESTS, "/api/requests", """
                {"service":"s","description":"d","address":"a","contact":{"phone":"call me"}}""");
        assertThat(phone.json().path("detail").asString())
                .contains("contact.phone: a phone number of 5 to 30 digits")
                .doesNotContain("[0-9");

        HttpTestClient.Response chinese = caller.post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/keys",
                "{\"name\":\"<b>\",\"scope\":\"a b\",\"perSecond\":0}",
                "Accept-Language",
                "zh-CN");
        assertThat(chinese.json().path("detail").asString())
                .contains("name: 1 至 80 个汉字、字母、数字、空格或 . _ -")
                .contains("scope: 1 至 32 位数字、字母或连字符")
                .contains("perSecond: 不得小于 1");
    }

    @Test
    void stageIsShownInWords() {
        String close = SecurityTestTown.submit(SecurityTestTown.resident(), SecurityTestTown.INSIDE)
                        .header("Location") + "/close";
        HttpTestClient.Response english = caller.post(PlatformService.RESIDENT_REQUESTS, close, "");
        HttpTestClient.Response chinese =
                caller.post(PlatformService.RESIDENT_REQUESTS, close, "", "Accept-Language", "zh-CN");

        assertThat(english.code()).isEqualTo("case.wrong-stage");
        assertThat(english.json().path("detail").asString()).startsWith("The request is submitted, which");
        assertThat(english.json().path("stage").asString()).isEqualTo("SUBMITTED");
        assertThat(chinese.json().path("detail").asString()).startsWith("诉求当前阶段为“受理”");
    }

    @Test
    void pointWithExchangedCoordinatesIsNamedInEveryService() {
        String location = "{\"lat\":120.17,\"long\":30.06}";
        for (HttpTestClient.Response response : List.of(
                caller.post(
                        PlatformService.RESIDENT_REQUESTS,
                        "/api/requests",
                        "{\"service\":\"s\",\"description\":\"d\",\"location\":" + location + "}"),
                caller.post(
                        PlatformService.GRID_MANAGEMENT,
                        "/api/matters",
                        "{\"service\":\"s\",\"description\":\"d\",\"location\":" + location + "}"))) {
            assertThat(response.code()).as(response.json().toString()).isEqualTo("point.coordinates-swapped");
            assertThat(response.status()).isEqualTo(422);
        }
    }

    @Test
    void pointInATownshipWithExchangedCoordinatesIsNamed() {
        SecurityTestTown.assertHealthy();
        HttpTestClient.Response located =
                caller.get(PlatformService.GRID_MANAGEMENT, "/api/territory/places?at=40.5,75.5");
        HttpTestClient.Response reported = caller.post(PlatformService.GRID_MANAGEMENT, "/api/matters", """
                {"service":"s","description":"d","location":{"lat":40.5,"long":75.5}}""");

        assertThat(located.code()).isEqualTo("territory.coordinates-swapped");
        assertThat(located.json().path("township").asString()).isEqualTo(SecurityTestTown.CODE);
        assertThat(reported.code()).isEqualTo("matter.coordinates-swapped");
        assertThat(reported.status()).isEqualTo(422);
    }

    @Test
    void textsOfASuccessfulAnswerNameTheirLanguage() {
        HttpTestClient.Response accepted = caller.post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests/import?dryRun=true",
                "service_request_id,service_name,requested_datetime,status\n",
                "Content-Type",
                "text/csv",
                "Accept-Language",
                "zh-CN");

        assertThat(accepted.status()).as(accepted.json().toString()).isEqualTo(202);
        assertThat(accepted.header("Content-Language")).isEqualTo("zh");
        assertThat(caller.get(
                                PlatformService.RESIDENT_REQUESTS,
                                accepted.header("Location") + "/rejected",
                                "looking for rejected rows")
                        .code())
                .isEqualTo("import.no-rejected-rows");
        assertThat(accepted.headers().allValues("Vary").toString()).containsIgnoringCase("Accept-Language");
    }
}
