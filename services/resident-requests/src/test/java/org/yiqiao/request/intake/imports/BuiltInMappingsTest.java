package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiqiao.contracts.Point;

/** Each built-in mapping reads its sample in {@code docs/samples/mappings}. */
class BuiltInMappingsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");

    private static Path docs() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("docs"))
                .filter(folder -> Files.isDirectory(folder.resolve("samples")))
                .findFirst()
                .orElseThrow();
    }

    private static FileOptions options(ImportMapping mapping) {
        ZoneId zone = mapping.zone() == null ? FileOptions.DEFAULT_ZONE : ZoneId.of(mapping.zone());
        return new FileOptions(mapping, zone, mapping.dates(), null, null, null);
    }

    private static List<RequestRow> sample(String name) throws Exception {
        ImportMapping mapping = BuiltInMappings.named(name).orElseThrow();
        List<RequestRow> rows = new ArrayList<>();
        try (RequestFileReader reader =
                RequestFiles.open(docs().resolve("samples/mappings/" + name + ".csv"), options(mapping))) {
            while (reader.hasNext()) {
                rows.add(reader.parse(reader.next(), NOW));
            }
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource({
        "open311,7",
        "12345-zh,5",
        "12345-en,5",
        "los-angeles,6",
        "new-york,4",
        "san-francisco,7",
        "chicago,6",
        "toronto,6"
    })
    void allTenRowsOfSampleAreRequests(String name, long closed) throws Exception {
        List<RequestRow> rows = sample(name);
        assertThat(rows).hasSize(10);
        assertThat(rows).extracting(RequestRow::externalId).doesNotHaveDuplicates();
        assertThat(rows.stream().filter(RequestRow::isClosed)).hasSize((int) closed);
        assertThat(rows).allSatisfy(row -> assertThat(row.service()).isNotBlank());
    }

    @Test
    void everyMappingIsDocumentedWithItsSample() throws Exception {
        String english = Files.readString(docs().resolve("import-mappings.md"));
        String chinese = Files.readString(docs().resolve("import-mappings.zh-CN.md"));
        for (ImportMapping mapping : BuiltInMappings.ALL) {
            assertThat(english).contains("`" + mapping.name() + "`", "samples/mappings/" + mapping.name() + ".csv");
            assertThat(chinese).contains("`" + mapping.name() + "`", "samples/mappings/" + mapping.name() + ".csv");
        }
    }

    @Test
    void chineseExportIsReadInAllItsForms() throws Exception {
        RequestRow row = sample("12345-zh").get(1);
        assertThat(row.externalId()).isEqualTo("ZJ202611200002");
        assertThat(row.service()).isEqualTo("垃圾清运");
        assertThat(row.requestedAt()).isEqualTo("2026-11-20T00:05:00Z");
        assertThat(row.location()).isEqualTo(new Point(30.0612, 120.2011));
        assertThat(row.placeCode()).isEqualTo("330109106004002");
        assertThat(row.isClosed()).isFalse();
    }

    @Test
    void timesAreLocalTimesOfCity() throws Exception {
        assertThat(sample("los-angeles").getFirst().requestedAt()).isEqualTo("2026-11-03T08:07:28Z");
        assertThat(sample("new-york").getFirst().requestedAt()).isEqualTo("2026-11-03T06:27:28Z");
        assertThat(sample("chicago").getFirst().closedAt()).isEqualTo("2026-11-07T22:45:28Z");
        assertThat(sample("san-francisco").getFirst().requestedAt()).isEqualTo("2026-11-03T09:15:28Z");
        assertThat(sample("toronto").get(1).requestedAt()).isEqualTo("2026-11-04T13:38:26Z");
    }

    @Test
    void closingOnDayWithoutTimeDoesNotPrecedeRequestOfThatDay() throws Exception {
        RequestRow row = sample("new-york").get(2);
        assertThat(row.closedAt()).isEqualTo(row.requestedAt());
    }

    @Test
    void addressOfCrossingNamesBothStreets() throws Exception {
        assertThat(sample("new-york").get(3).address()).isEqualTo("EXAMPLE STREET & SAMPLE AVENUE");
        assertThat(sample("toronto").get(2).address()).isEqualTo("Example Ave & Sample St");
    }

    @Test
    void pointAtZeroIsNoPointAndLinkIsFirstAddress() throws Exception {
        assertThat(sample("san-francisco").get(4).location()).isNull();
        assertThat(sample("san-francisco").getFirst().mediaUrl()).isEqualTo("http://example.org/reports/0/photos");
    }

    @Test
    void idOfFileWithoutIdsStaysWhenStatusChanges() throws Exception {
        List<RequestRow> before = sample("toronto");
        Path changed = Files.createTempFile("toronto", ".csv");
        try {
            Files.writeString(
                    changed,
                    Files.readString(docs().resolve("samples/mappings/toronto.csv"))
                            .replace("Initiated", "Completed"));
            List<String> ids = new ArrayList<>();
            try (RequestFileReader reader = RequestFiles.open(changed, options(BuiltInMappings.TORONTO))) {
                while (reader.hasNext()) {
                    ids.add(reader.parse(reader.next(), NOW).externalId());
                }
            }
            assertThat(ids)
                    .containsExactlyElementsOf(
                            before.stream().map(RequestRow::externalId).toList());
        } finally {
            Files.delete(changed);
        }
    }
}
