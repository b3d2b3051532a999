package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.core.decider.Rejection;

class ImportMappingRulesTest {

    private static final Map<String, List<String>> COLUMNS = BuiltInMappings.OPEN311.columns();

    private static ImportMapping mapping(
            String name, Map<String, List<String>> columns, Map<String, String> statuses, String zone) {
        return new ImportMapping(name, columns, statuses, Map.of(), List.of(), zone, null);
    }

    private static String codeOf(ImportMapping mapping) {
        return ImportMappingRules.check(mapping).map(Rejection::code).orElse("accepted");
    }

    @Test
    void completeMappingIsAccepted() {
        assertThat(codeOf(mapping("hangzhou-2026", COLUMNS, Map.of("办结", "closed"), "Asia/Shanghai")))
                .isEqualTo("accepted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hangzhou", "-a", "a b", "../etc"})
    void nameIsLowercaseLettersDigitsAndDashes(String name) {
        assertThat(codeOf(mapping(name, COLUMNS, Map.of(), "UTC"))).isEqualTo("mapping.name");
    }

    @Test
    void builtInMappingCannotBeReplaced() {
        assertThat(codeOf(mapping("chicago", COLUMNS, Map.of(), "UTC"))).isEqualTo("mapping.built-in");
    }

    @Test
    void fieldsAndStatusesAndZoneMustExist() {
        assertThat(codeOf(mapping("a", Map.of("colour", List.of("c")), Map.of(), "UTC")))
                .isEqualTo("mapping.field-unknown");
        assertThat(codeOf(mapping("a", COLUMNS, Map.of("Done", "finished"), "UTC")))
                .isEqualTo("mapping.status");
        assertThat(codeOf(mapping("a", COLUMNS, Map.of(), "Mars/Base"))).isEqualTo("import.zone");
    }

    @Test
    void mappingHoldsALimitedNumberOfWords() {
        Map<String, String> words = IntStream.rangeClosed(0, 10_000)
                .boxed()
                .collect(Collectors.toMap(number -> "word " + number, any -> "open"));

        assertThat(codeOf(mapping("a", COLUMNS, words, "UTC"))).isEqualTo("mapping.too-large");
    }

    @Test
    void requiredFieldsNeedColumns() {
        assertThat(ImportMappingRules.check(mapping("a", Map.of("status", List.of("s")), Map.of(), "UTC")))
                .contains(Rejection.invalid("mapping.columns-missing")
                        .withDetail("missing", List.of("service_request_id", "service_name", "requested_datetime")));
    }

    @Test
    void storedOptionsOfImportAreRead() {
        FileOptions options = new FileOptions(
                BuiltInMappings.TORONTO,
                FileOptions.DEFAULT_ZONE,
                DateOrder.DAY_FIRST,
                Charset.forName("GB18030"),
                ';',
                "工单");
        assertThat(FileOptions.fromJson(options.toJson())).isEqualTo(options);
        assertThat(FileOptions.fromJson(FileOptions.open311().toJson())).isEqualTo(FileOptions.open311());
        assertThat(FileOptions.fromJson(null)).as("reports of earlier versions").isEqualTo(FileOptions.open311());
    }
}
