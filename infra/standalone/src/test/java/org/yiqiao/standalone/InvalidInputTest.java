package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiqiao.contracts.PlatformService;

/** Every invalid input is answered with a problem that has a stable code, and the service keeps running. */
class InvalidInputTest {

    private static final HttpTestClient http = SharedPlatform.http();

    @TempDir
    private Path folder;

    @AfterEach
    void assertServiceIsReady() {
        assertThat(http.get(PlatformService.RESIDENT_REQUESTS, "/actuator/health/readiness")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | 400 | json.malformed",
                "'' | 400 | body.unreadable",
                "{} | 422 | input.invalid",
                "{\"service\":\"s\",\"description\":\"d\",\"status\":\"CLOSED\"} | 400 | json.unknown-field",
                "{\"{field}\":1} | 400 | json.unknown-field",
                "{\"service\":5,\"description\":\"d\"} | 400 | json.wrong-value",
                "{\"service\":\"s\",\"description\":\"d\",\"location\":{\"lat\":\"x\",\"long\":1}} | 400 | json.wrong-type",
                "{\"service\":\"s\",\"description\":\"d\",\"location\":{\"lat\":91,\"long\":181}} | 422 | point.out-of-range",
                "{\"service\":\"s\",\"description\":\"d\",\"kind\":\"WISH\"} | 400 | json.wrong-value",
                "{\"service\":\"s\",\"description\":\"d\"} | 422 | request.no-place",
                "{\"service\":\"s\",\"description\":\"d\",\"address\":\"a\",\"contact\":{\"phone\":\"call me\"}} | 422 | input.invalid",
            })
    void invalidSubmissionIsRejected(String body, int status, String code) {
        HttpTestClient.Response response = http.post(PlatformService.RESIDENT_REQUESTS, "/api/requests", body);

        assertThat(response.code()).as(response.json().toString()).isEqualTo(code);
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.json().path("title").asString()).isNotEqualTo(code);
        assertThat(response.json().path("detail").asString()).isNotEqualTo(code);
    }

    @Test
    void problemsUseTheRequestedLanguage() {
        assertThat(http.post(PlatformService.RESIDENT_REQUESTS, "/api/requests", "{}", "Accept-Language", "zh-CN")
                        .json()
                        .path("title")
                        .asString())
                .isEqualTo("字段不符合要求");
    }

    @Test
    void oversizedJsonIsRejected() {
        HttpTestClient.Response response = http.post(
                PlatformService.RESIDENT_REQUESTS, "/api/requests", "{\"service\":\"" + "x".repeat(2 << 20) + "\"}");

        assertThat(response.status()).isEqualTo(413);
        assertThat(response.code()).isEqualTo("body.too-large");
    }

    @Test
    void deeplyNestedJsonIsRejected() {
        assertThat(http.post(PlatformService.RESIDENT_REQUESTS, "/api/requests", "[".repeat(100_000))
                        .code())
                .startsWith("json.");
    }

    @Test
    void unknownIdsAreReported() {
        assertThat(http.get(PlatformService.RESIDENT_REQUESTS, "/api/requests/nothing")
                        .code())
                .isEqualTo("case.unknown");
        assertThat(http.post(PlatformService.RESIDENT_REQUESTS, "/api/requests/nothing/close", "")
                        .code())
                .isEqualTo("case.unknown");
        assertThat(http.get(PlatformService.RESIDENT_REQUESTS, "/api/requests/import/nothing")
                        .code())
                .isEqualTo("import.unknown");
        assertThat(http.get(PlatformService.GOVERNANCE_CENTER, "/api/summary?scope=nothing")
                        .code())
                .isEqualTo("scope.unknown");
        assertThat(http.get(PlatformService.GOVERNANCE_CENTER, "/nothing").code())
                .isEqualTo("http.not-found");
    }

    @Test
    void invalidImportFilesAreRejected() throws IOException {
        assertThat(importFile("{\"a\": 1}").code()).isEqualTo("csv.other-format");
        assertThat(importFile("").code()).isEqualTo("csv.empty");
        assertThat(importFile("a,b\n1,2\n").code()).isEqualTo("csv.columns-missing");
        assertThat(importFile("x".repeat(5 << 20)).code()).isEqualTo("csv.columns-missing");
        assertThat(importFile("\u001f\u008bno gzip").status()).isEqualTo(422);
    }

    @Test
    void territoryWithAnUnknownParentIsRejected() {
        HttpTestClient.Response response = http.post(
                PlatformService.GRID_MANAGEMENT, "/api/territory/import", """
                {"type":"FeatureCollection","features":[{"type":"Feature",
                "properties":{"level":"grid","code":"777","name":"Lost grid","parent":"776"},
                "geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}""", "Content-Type", "application/geo+json");

        assertThat(response.code()).isEqualTo("territory.unknown-parent");
        assertThat(response.json().path("feature").asString()).isEqualTo("777");
    }

    private HttpTestClient.Response importFile(String content) throws IOException {
        Path file = folder.resolve("file.csv");
        Files.writeString(file, content, StandardCharsets.ISO_8859_1);
        return http.upload(PlatformService.RESIDENT_REQUESTS, "/api/requests/import", file, "Content-Type", "text/csv");
    }
}
