package org.yiqiao.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.HttpStatus;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.contracts.TerritoryLevel;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Verifies JSON parsing with a mapper that is configured as in a service. */
class StrictJsonCustomizerTest {

    private static final AtomicReference<JsonMapper> MAPPER = new AtomicReference<>();

    record Body(
            @Nullable String text,
            @Nullable Integer number,
            @Nullable Boolean yes,
            @Nullable RequestKind kind,
            @Nullable Instant at,
            @Nullable Point location,
            @Nullable List<String> words) {}

    @BeforeAll
    static void createMapper() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
                .withBean(StrictJsonCustomizer.class, () -> new WebConfiguration().strictJsonCustomizer())
                .run(context -> MAPPER.set(context.getBean(JsonMapper.class)));
    }

    @Test
    void validInputIsRead() {
        assertThat(read("""
                                {"text": "t", "number": 1, "yes": true, "kind": "HELP", "at": "2026-03-02T02:10:00Z",
                                 "location": {"lat": 30, "long": 120.5}, "words": ["a"]}"""))
                .isEqualTo(new Body(
                        "t",
                        1,
                        true,
                        RequestKind.HELP,
                        Instant.parse("2026-03-02T02:10:00Z"),
                        new Point(30, 120.5),
                        List.of("a")));
    }

    @Test
    void unknownFieldIsReportedWithTheNearestAllowedOne() {
        List<String> allowed = List.of("at", "kind", "location", "number", "text", "words", "yes");
        assertThat(readProblem("{\"texts\": \"t\"}"))
                .isEqualTo(badRequest(
                        "json.unknown-field", Map.of("field", "texts", "nearest", "text", "allowed", allowed)));
        assertThat(readProblem("{\"urgency\": \"t\"}"))
                .isEqualTo(badRequest("json.unknown-field", Map.of("field", "urgency", "allowed", allowed)));
        assertThat(readProblem("{\"location\": {\"lat\": 1, \"long\": 2, \"height\": 3}}"))
                .isEqualTo(badRequest(
                        "json.unknown-field", Map.of("field", "location.height", "allowed", List.of("lat", "long"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "true"})
    void numberOrBooleanIsRejectedForText(String value) {
        assertThat(readProblem("{\"text\": " + value + "}"))
                .isEqualTo(badRequest("json.wrong-value", Map.of("field", "text", "allowed", ExpectedInput.TEXT)));
        assertThat(readProblem("{\"words\": [\"a\", " + value + "]}"))
                .isEqualTo(badRequest("json.wrong-value", Map.of("field", "words.[1]", "allowed", ExpectedInput.TEXT)));
    }

    @Test
    void pointWithoutACoordinateIsRejected() {
        assertThat(readProblem("{\"location\": {\"lat\": 30}}"))
                .isEqualTo(badRequest(
                        "json.wrong-type", Map.of("field", "location.long", "allowed", ExpectedInput.NUMBER)));
    }

    @ParameterizedTest
    @CsvSource({
        "91, 0, point.coordinates-swapped",
        "0, -181, point.out-of-range",
        "120.17, 120.17, point.out-of-range",
        "1e400, 0, point.out-of-range"
    })
    void pointOutOfRangeIsRefused(String lat, String lon, String code) {
        assertThat(readProblem("{\"location\": {\"lat\": %s, \"long\": %s}}".formatted(lat, lon)))
                .satisfies(problem -> {
                    assertThat(problem.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
                    assertThat(problem.details()).containsEntry("field", "location");
                    assertThat(problem.code()).isEqualTo(code);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text|{}|TEXT",
                "text|[]|TEXT",
                "number|\"1\"|WHOLE_NUMBER",
                "at|1796000000000|TIME",
                "at|1796000000.5|TIME",
                "at|[2026, 11, 29]|TIME",
                "at|true|TIME",
                "number|true|WHOLE_NUMBER",
                "number|{}|WHOLE_NUMBER",
                "yes|\"true\"|TRUE_OR_FALSE",
                "kind|[]|COMPLAINT",
                "location|\"30,120\"|OBJECT",
                "words|\"a\"|LIST"
            })
    void wrongTypeIsRejectedWithTheAllowedOne(String field, String value, String allowed) {
        JsonParseProblem problem = readProblem("{\"" + field + "\": " + value + "}");
        assertThat(problem.status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(problem.code()).isEqualTo("json.wrong-type");
        assertThat(problem.details()).containsEntry("field", field);
        assertThat(problem.details().get("allowed")).asString().contains(allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind|\"COMPLAINTS\"",
                "kind|\"help\"",
                "kind|1",
                "at|\"yesterday\"",
                "at|\"2026-03-02\"",
                "at|\"2026-03-02T02:10:00\"",
                "at|\"1796000000000\"",
                "at|\"1796000000.5\"",
                "at|\"+1000000000-01-01T00:00:00Z\"",
                "at|\"\"",
                "location|{\"lat\": \"NaN\", \"long\": 0}",
                "yes|1",
                "number|99999999999",
                "number|\"\"",
                "number|1.5"
            })
    void wrongValueIsRejected(String field, String value) {
        JsonParseProblem problem = readProblem("{\"" + field + "\": " + value + "}");
        assertThat(problem.status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(problem.code()).isEqualTo("json.wrong-value");
        assertThat(problem.details().get("field")).asString().startsWith(field);
    }

    /** The words of a body are those that it takes; Spring reads a parameter by the names of the constants. */
    @Test
    void wordsAreListedAsTheyAreRead() {
        record Place(TerritoryLevel level) {}
        assertThat(mapper().readValue("{\"level\": \"micro-grid\"}", Place.class)
                        .level())
                .isEqualTo(TerritoryLevel.MICRO_GRID);
        assertThat(problemOf(() -> mapper().readValue("{\"level\": \"MICRO_GRID\"}", Place.class))
                        .details())
                .containsEntry("allowed", List.of("township", "community", "grid", "micro-grid"));
        assertThat(ExpectedInput.ofParameter(TerritoryLevel.class))
                .isEqualTo(List.of("TOWNSHIP", "COMMUNITY", "GRID", "MICRO_GRID"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30.0655d", "0x1E", "+30", "030", ".5", "30.", "NaN", "Infinity"})
    void lenientNumberIsMalformed(String number) {
        assertThat(readProblem("{\"location\": {\"lat\": " + number + ", \"long\": 0}}")
                        .code())
                .isEqualTo("json.malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T02:10:00Z", "2026-03-02T10:10:00+08:00"})
    void timeWithOffsetIsRead(String time) {
        assertThat(read("{\"at\": \"" + time + "\"}").at()).isEqualTo("2026-03-02T02:10:00Z");
    }

    @Test
    void duplicateFieldIsRejected() {
        assertThat(readProblem("{\"text\": \"a\",\n \"text\": \"b\"}").code()).isEqualTo("json.malformed");
        assertThat(readProblem("{\"location\": {\"lat\": 1, \"long\": 2, \"lat\": 3}}")
                        .code())
                .isEqualTo("json.malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\": \"a\"} {}", "{\"text\": \"a\"} 1", "{} ]", ""})
    void trailingContentIsRejected(String json) {
        assertThat(readProblem(json).code()).isIn("json.malformed", "json.wrong-type");
    }

    @Test
    void malformedJsonIsReportedByLineAndColumn() {
        assertThat(readProblem("{\"text\":\n \"a\", oops}"))
                .isEqualTo(badRequest("json.malformed", Map.of("line", 2, "column", 7)));
        assertThat(readProblem("{\"text\"").code()).isEqualTo("json.malformed");
    }

    @Test
    void nestingIsLimitedToSixtyFourLevels() {
        assertThat(mapper().readTree("[".repeat(64) + "]".repeat(64)).isArray()).isTrue();
        assertThat(problemOf(() -> mapper().readTree("[".repeat(65) + "]".repeat(65))))
                .isEqualTo(badRequest("json.too-complex", Map.of()));
    }

    @Test
    void textIsLimitedToOneMebibyte() {
        assertThat(read("{\"text\": \"" + "a".repeat(1 << 20) + "\"}").text()).hasSize(1 << 20);
        assertThat(readProblem("{\"text\": \"" + "a".repeat((1 << 20) + 1) + "\"}"))
                .isEqualTo(badRequest("json.too-complex", Map.of()));
    }

    private static JsonMapper mapper() {
        return Objects.requireNonNull(MAPPER.get());
    }

    private static Body read(String text) {
        return mapper().readValue(text.getBytes(StandardCharsets.UTF_8), Body.class);
    }

    private static JsonParseProblem badRequest(String code, Map<String, Object> details) {
        return new JsonParseProblem(HttpStatus.BAD_REQUEST, code, details);
    }

    private static JsonParseProblem readProblem(String text) {
        return problemOf(() -> read(text));
    }

    private static JsonParseProblem problemOf(Runnable action) {
        JacksonException thrown = catchThrowableOfType(JacksonException.class, action::run);
        return JsonParseProblem.of(Objects.requireNonNull(thrown, "the JSON was accepted"));
    }
}
