package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.edge.web.RejectedException;
import org.yiqiao.support.territory.MapDatum;
import org.yiqiao.testkit.TestBackends;
import tools.jackson.databind.json.JsonMapper;

class ImportMappingStoreTest {

    private static final MongoClient CLIENT =
            MongoClients.create(TestBackends.shared().mongodbUri());

    private final ImportMappingStore store = new ImportMappingStore(CLIENT.getDatabase("test-" + UUID.randomUUID()));
    private final ImportMappingController controller = new ImportMappingController(store);
    private final FileOptionsResolver resolver = new FileOptionsResolver(store);

    private static final ImportMapping OWN = new ImportMapping(
            "own",
            BuiltInMappings.OPEN311.columns(),
            Map.of("1.1 办结", "closed", "$open", "open"),
            Map.of("路灯.故障", "Street light"),
            List.of(),
            "America/New_York",
            DateOrder.DAY_FIRST);

    private static FileParameters parameters(@Nullable String mapping, String name, String value) {
        return new FileParameters(
                mapping,
                name.equals("zone") ? value : null,
                name.equals("dates") ? value : null,
                name.equals("charset") ? value : null,
                name.equals("separator") ? value : null,
                null,
                name.equals("datum") ? value : null);
    }

    private static void assertRejected(String code, Runnable action) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(RejectedException.class, e -> assertThat(
                        e.rejection().code())
                .isEqualTo(code));
    }

    @Test
    void storedMappingIsReusedByItsName() {
        store.save(OWN);
        assertThat(store.find("own")).contains(OWN);
        assertThat(controller.list())
                .hasSize(BuiltInMappings.ALL.size() + 1)
                .last()
                .isEqualTo(OWN);
        FileOptions options = resolver.resolve(parameters("own", "none", ""), null);
        assertThat(options.mapping()).isEqualTo(OWN);
        assertThat(options.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(options.dateOrder()).isEqualTo(DateOrder.DAY_FIRST);
    }

    @Test
    void mappingIsReplacedAndDeleted() {
        store.save(OWN);
        controller.put(
                "own",
                new ImportMappingController.ImportMappingBody(OWN.columns(), null, null, null, null, null, "GCJ-02"));
        assertThat(controller.get("own").statuses()).isEmpty();
        assertThat(resolver.resolve(parameters("own", "none", ""), null).datum())
                .isEqualTo(MapDatum.GCJ02);
        assertThat(resolver.resolve(parameters("own", "datum", "wgs84"), null).datum())
                .as("parameter before mapping")
                .isEqualTo(MapDatum.WGS84);
        controller.delete("own");
        assertRejected("mapping.unknown", () -> controller.get("own"));
        assertRejected("mapping.unknown", () -> controller.delete("own"));
    }

    @Test
    void builtInMappingIsKept() {
        assertThat(controller.get("toronto")).isEqualTo(BuiltInMappings.TORONTO);
        assertRejected("mapping.built-in", () -> controller.delete("toronto"));
    }

    @Test
    void importWithoutParametersReadsOpen311() {
        assertThat(resolver.resolve(new FileParameters(null, null, null, null, null, null, null), null))
                .isEqualTo(FileOptions.open311());
    }

    @Test
    void parameterPrecedesSettingOfMapping() {
        assertThat(resolver.resolve(parameters("new-york", "zone", "UTC"), null).zone())
                .isEqualTo(ZoneId.of("UTC"));
        assertThat(resolver.resolve(parameters("new-york", "dates", "day-first"), null)
                        .dateOrder())
                .isEqualTo(DateOrder.DAY_FIRST);
        assertThat(resolver.resolve(parameters(null, "separator", "Tab"), null).separator())
                .isEqualTo('\t');
        assertThat(resolver.resolve(parameters(null, "charset", "utf-16"), "utf-8")
                        .charset())
                .isEqualTo(StandardCharsets.UTF_16);
        assertThat(resolver.resolve(parameters(null, "none", ""), "utf-8").charset())
                .as("of the content type")
                .isEqualTo(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "zone,Mars/Base,import.zone",
        "dates,year-first,import.dates",
        "charset,klingon,import.charset",
        "charset,a b,import.charset",
        "separator,pipe,import.separator",
        "datum,cgcs,import.datum"
    })
    void invalidParameterIsRejected(String name, String value, String code) {
        assertRejected(code, () -> resolver.resolve(parameters(null, name, value), null));
    }

    @Test
    void mappingAndOptionsOfEarlierVersionsHaveNoDatum() {
        FileOptions options =
                FileOptions.fromJson(FileOptions.open311().toJson().replace(",\"datum\":null", ""));
        assertThat(options).isEqualTo(FileOptions.open311());
        assertRejected(
                "import.datum",
                () -> controller.put(
                        "own",
                        new ImportMappingController.ImportMappingBody(
                                OWN.columns(), null, null, null, null, null, "moon")));
    }

    @Test
    void blankParameterCountsAsMissing() {
        assertThat(resolver.resolve(new FileParameters("", "", " ", "", "", "", ""), null))
                .isEqualTo(FileOptions.open311());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'columns':{'status':null}}",
                "{'columns':{'status':['Status',null]}}",
                "{'columns':{'status':[' ']}}",
                "{'columns':{},'statuses':{'done':null}}",
                "{'columns':{},'services':{'':'Noise'}}",
                "{'columns':{},'idFrom':[null]}"
            })
    void mappingWithBlankWordIsRejected(String json) {
        ImportMappingController.ImportMappingBody body =
                JsonMapper.shared().readValue(json.replace('\'', '"'), ImportMappingController.ImportMappingBody.class);
        assertRejected("mapping.blank", () -> controller.put("own", body));
    }

    @Test
    void unknownMappingIsRejected() {
        assertRejected("mapping.unknown", () -> resolver.resolve(parameters("nowhere", "none", ""), null));
    }
}
