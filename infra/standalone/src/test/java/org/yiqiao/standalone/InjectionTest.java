package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.PlatformService;

/** Input that resembles a store query or an internal field is either stored as plain text or rejected. */
class InjectionTest {

    private static final HttpTestClient resident = SecurityTestTown.resident();
    private static final HttpTestClient stranger =
            resident.signedInAs("stranger-77", "resident@" + SecurityTestTown.CODE);

    @AfterEach
    void assertTownIsHealthy() {
        SecurityTestTown.assertHealthy();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"service\":{\"$gt\":\"\"},\"description\":\"d\",\"location\":{\"lat\":75.5,\"long\":40.5}}",
                "{\"service\":\"s\",\"description\":{\"$where\":\"sleep(9999)\"},\"address\":\"a\"}",
                "{\"service\":\"s\",\"description\":\"d\",\"address\":{\"$ne\":null}}",
                "{\"$where\":\"1\",\"service\":\"s\",\"description\":\"d\",\"address\":\"a\"}",
                "{\"service\":[\"s\"],\"description\":\"d\",\"address\":\"a\"}",
                "{\"service\":\"s\",\"description\":\"d\",\"location\":{\"lat\":{\"$gt\":0},\"long\":1}}"
            })
    void queryOperatorInATextFieldIsRejected(String body) {
        HttpTestClient.Response response = resident.post(PlatformService.RESIDENT_REQUESTS, "/api/requests", body);
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.code()).startsWith("json.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "_id",
                "version",
                "stage",
                "requester",
                "township",
                "path",
                "grid",
                "handler",
                "state",
                "outbox",
                "memory",
                "class",
                "@type",
                "submittedAt",
                "posts",
                "actor"
            })
    void internalFieldsCannotBeSet(String field) {
        HttpTestClient.Response response = resident.post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests",
                "{\"service\":\"s\",\"description\":\"d\",\"address\":\"a\",\"" + field + "\":\"x\"}");
        assertThat(response.code()).isEqualTo("json.unknown-field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"after[$gt]=", "after[$ne]=x", "after=%7B%22$gt%22%3A%22%22%7D", "limit=50&after=$gt"})
    void queryOperatorInAParameterHasNoEffect(String query) {
        String mine = SecurityTestTown.submit(resident, SecurityTestTown.INSIDE).id();
        HttpTestClient.Response response = stranger.get(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests?" + query.replace("[", "%5B").replace("]", "%5D"));
        assertThat(response.status()).isIn(200, 400);
        assertThat(response.json().toString()).doesNotContain(mine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage=$ne", "stage=%7B%22$ne%22:1%7D", "unrouted=$ne", "limit=$gt", "limit=99999999999"})
    void parameterOfTheWrongTypeIsRejected(String query) {
        HttpTestClient.Response response = stranger.get(PlatformService.RESIDENT_REQUESTS, "/api/requests?" + query);
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.code()).isEqualTo("parameter.wrong-value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"$gt\":\"\"}", "$where", "a\u0000b", "' OR 1=1", "../people/1", "%00"})
    void idWithSpecialCharactersIsNotInterpreted(String id) {
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        HttpTestClient.Response response = resident.get(PlatformService.RESIDENT_REQUESTS, "/api/requests/" + encoded);
        assertThat(response.status()).isIn(400, 404);
    }

    @Test
    void requestOfAnotherResidentIsNotFound() {
        HttpTestClient.Response mine = SecurityTestTown.submit(resident, SecurityTestTown.INSIDE);
        String path = mine.header("Location");
        for (String suffix : new String[] {"", "/contact"}) {
            assertThat(stranger.get(PlatformService.RESIDENT_REQUESTS, path + suffix)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(stranger.post(PlatformService.RESIDENT_REQUESTS, path + "/rate", "{\"solved\":true}")
                        .status())
                .isIn(404, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"line\r\nX-Evil: 1", "{{7*7}}", "${jndi:ldap://127.0.0.1:1/x}", "<script>alert(1)</script>"})
    void textWithSpecialSyntaxIsReturnedUnchanged(String text) {
        String json = text.replace("\r", "\\r").replace("\n", "\\n");
        HttpTestClient.Response response = resident.post(
                PlatformService.RESIDENT_REQUESTS,
                "/api/requests",
                "{\"service\":\"s\",\"description\":\"" + json + "\",\"location\":" + SecurityTestTown.INSIDE + "}");
        assertThat(response.json().path("description").asString()).isEqualTo(text);
        assertThat(response.header("X-Evil")).isEmpty();
        assertThat(response.header("Content-Type")).startsWith("application/json");
    }
}
