package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.testkit.api.ApiDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/** The API documents in {@code docs/openapi} are those of the running services, and each part of them is described. */
class ApiDocumentFileTest {

    private static final Path FOLDER = Path.of("../../docs/openapi");

    private static final Pattern NULL = Pattern.compile("\\bnull\\b");

    private static final String NOTICE = "# Generated from the endpoints of the service. Do not edit.\n";

    private static final String INSTRUCTIONS =
            "run `./mvnw -pl infra/standalone -am test -Dtest=ApiDocumentFileTest -Dcontracts.publish=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false` and commit the written files";

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .stringQuotingChecker(new TimesInQuotes())
                    .build())
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLWriteFeature.INDENT_ARRAYS, YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    @ParameterizedTest
    @EnumSource(PlatformService.class)
    void documentInTheRepositoryIsCurrent(PlatformService service) throws IOException {
        Path file = FOLDER.resolve(service.id() + ".yaml");
        String generated = NOTICE + YAML.writeValueAsString(document(service));
        if (Boolean.getBoolean("contracts.publish")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, generated);
        }
        assertThat(file).as(INSTRUCTIONS).exists();
        assertThat(Files.readString(file).equals(generated))
                .as(file + " differs from the running service; " + INSTRUCTIONS)
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(PlatformService.class)
    void everyOperationParameterAndFieldIsDescribed(PlatformService service) {
        List<String> undescribed = new ArrayList<>();
        JsonNode document = document(service);
        document.path("paths").properties().forEach(path -> path.getValue().forEach(operation -> {
            String id = operation.path("operationId").asString();
            if (!operation.path("summary").asString("").contains(" ")) {
                undescribed.add(id);
            }
            operation
                    .path("parameters")
                    .valueStream()
                    .filter(parameter -> !parameter.has("description"))
                    .forEach(parameter -> undescribed.add(id + " " + parameter.path("name")));
        }));
        document.at("/components/schemas").properties().forEach(schema -> {
            // The types of the events are described as a whole.
            if (!List.of("Point", "Boundary").contains(schema.getKey())) {
                schema.getValue().path("properties").properties().stream()
                        .filter(field -> !field.getValue().has("description"))
                        .forEach(field -> undescribed.add(schema.getKey() + "." + field.getKey()));
            }
            if (!schema.getValue().has("description")) {
                undescribed.add(schema.getKey());
            }
        });
        assertThat(undescribed).isEmpty();
    }

    /** A field without a value is absent, unless its schema allows null. */
    @ParameterizedTest
    @EnumSource(PlatformService.class)
    void onlyAFieldThatCanBeNullIsDescribedAsNull(PlatformService service) {
        List<String> wrong = new ArrayList<>();
        document(service).at("/components/schemas").properties().forEach(schema -> schema.getValue()
                .path("properties")
                .properties()
                .forEach(field -> {
                    JsonNode value = field.getValue();
                    boolean isNamed =
                            NULL.matcher(value.path("description").asString("")).find();
                    if (isNamed && !value.path("type").toString().contains("null")) {
                        wrong.add(schema.getKey() + "." + field.getKey());
                    }
                }));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PlatformService.class)
    void everyExampleFitsItsSchema(PlatformService service) {
        JsonNode document = document(service);
        assertThat(document.path("paths").findValues("example")).hasSizeGreaterThan(10);
        assertThat(new ApiDocument(document).findViolationsOfExamples()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PlatformService.class)
    void operationNamesAreUniqueWithoutRegardToCase(PlatformService service) {
        assertThat(document(service)
                        .path("paths")
                        .valueStream()
                        .flatMap(JsonNode::valueStream)
                        .map(operation ->
                                operation.path("operationId").asString().toLowerCase(Locale.ROOT)))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(name -> !name.isBlank());
    }

    @Test
    void aggregateIsOneFlatSchemaWithoutPhantomFields() {
        JsonNode schema = document(PlatformService.RESIDENT_REQUESTS).at("/components/schemas/Case");
        assertThat(schema.path("properties").propertyNames())
                .contains("id", "version", "stage", "service", "path", "reopened", "history")
                .doesNotContain("state", "need", "whereabouts", "handling", "ending", "past", "followsTerritory");
        assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                .contains("id", "version", "stage", "service", "path", "reopened", "history")
                .doesNotContain("erased", "handler", "description");
    }

    @Test
    void commandRefusesUnknownFieldsAndRequiresItsFields() {
        JsonNode schema = document(PlatformService.RESIDENT_REQUESTS).at("/components/schemas/Classify");
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("kind", "caseKind");
    }

    @Test
    void problemCodesOfACommandComeFromItsRule() {
        JsonNode responses = document(PlatformService.RESIDENT_REQUESTS)
                .at("/paths")
                .path("/api/requests/{id}/verify")
                .at("/post/responses");
        assertThat(codes(responses, 403))
                .contains("access.denied", "access.outside-scope", "actor.missing", "case.verifier-is-handler");
        assertThat(codes(responses, 404)).containsExactly("case.unknown");
        assertThat(codes(responses, 409)).containsExactly("case.wrong-stage");
        assertThat(codes(responses, 412)).containsExactly("version.stale");
        assertThat(codes(responses, 422)).contains("case.no-reason", "idempotency-key.reused");
    }

    @Test
    void swaggerUiSignsInAtTheIssuerWithPkce() throws IOException {
        HttpTestClient http = SharedPlatform.http().anonymous();
        JsonNode flow = document(PlatformService.RESIDENT_REQUESTS)
                .at("/components/securitySchemes/signIn/flows/authorizationCode");
        assertThat(flow.path("authorizationUrl").asString()).isEqualTo("http://127.0.0.1:8084/oauth2/authorize");
        assertThat(flow.path("tokenUrl").asString()).isEqualTo("http://127.0.0.1:8084/oauth2/token");

        HttpTestClient.Response settings = http.get(PlatformService.RESIDENT_REQUESTS, "/v3/api-docs/swagger-config");
        assertThat(settings.json().path("oauth2RedirectUrl").asString()).endsWith("/swagger-ui/oauth2-redirect.html");
        HttpTestClient.Response page = http.get(PlatformService.RESIDENT_REQUESTS, "/swagger-ui/index.html");
        assertThat(page.header("Content-Security-Policy")).contains("connect-src 'self' http://127.0.0.1:8084");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin-allow-popups");
        assertThat(http.getText(PlatformService.RESIDENT_REQUESTS, "/swagger-ui/swagger-initializer.js", "none"))
                .contains("initOAuth", "\"api-docs\"", "usePkceWithAuthorizationCodeGrant", "openid");
        HttpTestClient.Response redirect =
                http.get(PlatformService.RESIDENT_REQUESTS, "/swagger-ui/oauth2-redirect.html");
        assertThat(redirect.status()).isEqualTo(200);
        assertThat(redirect.header("Cross-Origin-Opener-Policy")).isEqualTo("unsafe-none");
    }

    @Test
    void apiKeyIsDocumentedWhereItIsAccepted() {
        JsonNode paths = document(PlatformService.RESIDENT_REQUESTS).path("paths");
        assertThat(paths.path("/api/requests").at("/post/security").toString()).contains("apiKey");
        assertThat(paths.path("/api/requests/{id}/close").at("/post/security").isMissingNode())
                .isTrue();
    }

    private static List<String> codes(JsonNode responses, int status) {
        return responses
                .path(Integer.toString(status))
                .path("x-problem-codes")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** Returns the document with the address of the first start in place of that of the test. */
    private static JsonNode document(PlatformService service) {
        ObjectNode document = (ObjectNode)
                SharedPlatform.http().anonymous().get(service, "/v3/api-docs").json();
        document.putArray("servers").addObject().put("url", "http://127.0.0.1:" + defaultPort(service));
        return document;
    }

    private static int defaultPort(PlatformService service) {
        return switch (service) {
            case GOVERNANCE_CENTER -> 8080;
            case GRID_MANAGEMENT -> 8081;
            case RESIDENT_REQUESTS -> 8082;
            case SOCIAL_ORGANIZATIONS -> 8083;
        };
    }

    /** Quotes times too, because older readers of YAML turn them into dates. */
    private static final class TimesInQuotes extends StringQuotingChecker.Default {

        private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d.*");

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || TIME.matcher(value).matches();
        }
    }
}
