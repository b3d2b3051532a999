package org.yiqiao.grid.territory.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.yiqiao.grid.TerritoryFixture.PLACES;
import static org.yiqiao.grid.TerritoryFixture.position;
import static org.yiqiao.grid.TerritoryFixture.ring;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.Boundary;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;
import org.yiqiao.support.territory.PlaceCollection;
import tools.jackson.databind.json.JsonMapper;

class GeoJsonTerritoryReaderTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SQUARE =
            "{'type': 'Polygon', 'coordinates': [[[120, 30], [121, 30], [121, 31], [120, 31], [120, 30]]]}";

    private static final String VALID_FEATURE =
            feature("{'code': 'town', 'name': 'Town', 'level': 'township'}", SQUARE);

    /** Reads JSON that is written with single quotes. */
    private static List<Place> read(String file) {
        return read(file, Map.of());
    }

    private static List<Place> read(String file, Map<String, String> query) {
        return new GeoJsonTerritoryReader(JSON, ImportParameters.of(query)).read(bytes(file), false);
    }

    private static List<Place> readSequence(String file) {
        return new GeoJsonTerritoryReader(JSON, ImportParameters.DEFAULT).read(bytes(file), true);
    }

    private static byte[] bytes(String file) {
        return file.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static String collection(String... features) {
        return "{'type': 'FeatureCollection', 'features': [" + String.join(", ", features) + "]}";
    }

    private static List<Place> readFeatures(String... features) {
        return read(collection(features));
    }

    private static String feature(String properties, String geometry) {
        return "{'type': 'Feature', 'properties': " + properties + ", 'geometry': " + geometry + "}";
    }

    private static String withGeometry(String geometry) {
        return feature("{'code': 'here', 'name': 'Here', 'level': 'grid', 'parent': 'there'}", geometry);
    }

    private static String withRing(String positions) {
        return withGeometry("{'type': 'Polygon', 'coordinates': [[" + positions + "]]}");
    }

    private static Rejection rejectionOf(String... features) {
        return rejectionOf(() -> readFeatures(features));
    }

    private static Rejection rejectionOf(Runnable reading) {
        RejectedException rejected = catchThrowableOfType(RejectedException.class, reading::run);
        if (rejected == null) {
            throw new AssertionError("The file was accepted");
        }
        return rejected.rejection();
    }

    /** Asserts that the second feature is rejected and named. */
    private static void assertRejected(String code, String name, String feature) {
        Rejection rejection = rejectionOf(VALID_FEATURE, feature);
        assertThat(rejection.code()).isEqualTo(code);
        assertThat(rejection.details()).containsEntry("feature", name).containsEntry("index", 1);
    }

    @Test
    void placesKeepFileOrder() {
        assertThat(readFeatures(
                        VALID_FEATURE,
                        feature(
                                "{'code': 'g-1', 'name': '钱江公园', 'level': 'grid', 'parent': 'c', 'kind': 'park', 'more': 1}",
                                SQUARE)))
                .containsExactly(
                        new Place(
                                TerritoryLevel.TOWNSHIP,
                                "town",
                                "Town",
                                null,
                                null,
                                new Boundary(List.of(List.of(ring(120, 30, 121, 31))))),
                        new Place(
                                TerritoryLevel.GRID,
                                "g-1",
                                "钱江公园",
                                "c",
                                "park",
                                new Boundary(List.of(List.of(ring(120, 30, 121, 31))))));
    }

    @Test
    void exportedFileCanBeReadAgain() {
        PlaceCollection file = PlaceCollection.of(PLACES);
        assertThat(new GeoJsonTerritoryReader(JSON, ImportParameters.DEFAULT).read(JSON.writeValueAsBytes(file), false))
                .isEqualTo(PLACES);
    }

    @Test
    void holesAndSeveralPartsAreRead() {
        Place place = readFeatures(withGeometry("""
                        {'type': 'MultiPolygon', 'coordinates': [
                          [[[120, 30], [124, 30], [124, 34], [120, 34], [120, 30]],
                           [[121, 31], [122, 31], [122, 32], [121, 32], [121, 31]]],
                          [[[126, 30], [127, 30], [127, 31], [126, 31], [126, 30]]]]}""")).getFirst();
        assertThat(place.boundary())
                .isEqualTo(new Boundary(List.of(
                        List.of(ring(120, 30, 124, 34), ring(121, 31, 122, 32)), List.of(ring(126, 30, 127, 31)))));
    }

    @Test
    void altitudeIsIgnored() {
        Place place = readFeatures(withRing("[120, 30, 5.5], [121, 30, 5], [121, 31, 5], [120, 30, 5.5]"))
                .getFirst();
        assertThat(place.boundary().coordinates().getFirst().getFirst().getFirst())
                .isEqualTo(position(120, 30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "'FeatureCollection'",
                "{'type': 'FeatureCollection'}",
                "{'type': 'FeatureCollection', 'features': {}}",
                "{'type': 'Feature', 'features': []}",
                "{'features': []}"
            })
    void onlyFeatureCollectionIsAccepted(String file) {
        assertThat(rejectionOf(() -> read(file))).isEqualTo(Rejection.malformed("geojson.no-feature-collection"));
    }

    @Test
    void emptyCollectionIsRejected() {
        assertThat(rejectionOf(new String[0])).isEqualTo(Rejection.invalid("geojson.no-features"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name': 'Here', 'level': 'grid'}",
                "{'code': true, 'name': 'Here', 'level': 'grid'}",
                "{'code': [1], 'name': 'Here', 'level': 'grid'}",
                "{'code': '', 'name': 'Here', 'level': 'grid'}",
                "null"
            })
    void codeIsRequired(String properties) {
        assertRejected("geojson.no-code", "", feature(properties, SQUARE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "江", "a/b", "123456789012345678901234567890123"})
    void malformedCodeIsRejected(String code) {
        assertRejected(
                "geojson.no-code", code, feature("{'code': '" + code + "', 'name': 'Here', 'level': 'grid'}", SQUARE));
    }

    @Test
    void nonFeatureIsRejected() {
        assertRejected("geojson.no-code", "", "null");
        assertRejected("geojson.no-code", "", "17");
    }

    @Test
    void nameIsRequired() {
        assertRejected("geojson.no-name", "here", feature("{'code': 'here', 'level': 'grid'}", SQUARE));
        assertRejected("geojson.no-name", "here", feature("{'code': 'here', 'name': ' ', 'level': 'grid'}", SQUARE));
        assertRejected("geojson.no-name", "here", feature("{'code': 'here', 'name': 7, 'level': 'grid'}", SQUARE));
        assertRejected(
                "geojson.no-name",
                "here",
                feature("{'code': 'here', 'name': '" + "n".repeat(201) + "', 'level': 'grid'}", SQUARE));
        assertThat(readFeatures(
                        feature("{'code': 'here', 'name': '" + "n".repeat(200) + "', 'level': 'grid'}", SQUARE)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", 'level': 'street'", ", 'level': '网'", ", 'level': 3", ", 'level': null"})
    void levelIsRequired(String level) {
        assertRejected(
                "geojson.unknown-level", "here", feature("{'code': 'here', 'name': 'Here'" + level + "}", SQUARE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{'type': 'Point', 'coordinates': [120, 30]}",
                "{'type': 'Polygon'}",
                "{'type': 'Polygon', 'coordinates': []}",
                "{'type': 'Polygon', 'coordinates': [[]]}",
                "{'type': 'Polygon', 'coordinates': 'all'}",
                "{'type': 'MultiPolygon', 'coordinates': []}",
                "{'type': 'MultiPolygon', 'coordinates': [[]]}",
                "{'type': 'MultiPolygon', 'coordinates': [[[]]]}"
            })
    void outlineIsRequired(String geometry) {
        assertRejected("geojson.no-polygon", "here", withGeometry(geometry));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[181, 30]",
                "[120, 91]",
                "[-180.1, 30]",
                "[120, -90.5]",
                "[120]",
                "[]",
                "120",
                "{}",
                "['x', 'y']",
                "['120', '30']",
                "[120, null]",
                "[null, 30]",
                "[true, false]"
            })
    void positionMustBeLongitudeAndLatitude(String position) {
        assertRejected("geojson.no-position", "here", withRing("[120, 30], " + position + ", [121, 31], [120, 30]"));
    }

    @Test
    void ringMustBeClosedWithThreeCorners() {
        assertRejected("territory.open-ring", "here", withRing("[120, 30], [121, 30], [121, 31], [120, 31]"));
        assertRejected("territory.open-ring", "here", withRing("[120, 30], [121, 30], [120, 30]"));
    }

    @Test
    void duplicateCodeIsRejected() {
        assertRejected("geojson.code-twice", "town", VALID_FEATURE);
    }

    @Test
    void propertiesCanHaveOtherNames() {
        String ward =
                feature("{'ward_no': 7, 'WARD': 'Ward 7', 'type': '社区', 'TOWN': 330109106, 'use': 'general'}", SQUARE);
        Place place = read(
                        collection(ward),
                        Map.of(
                                "property.code", "ward_no",
                                "property.name", "WARD",
                                "property.level", "type",
                                "property.parent", "TOWN",
                                "property.kind", "use"))
                .getFirst();
        assertThat(place.code()).isEqualTo("7");
        assertThat(place.name()).isEqualTo("Ward 7");
        assertThat(place.level()).isEqualTo(TerritoryLevel.COMMUNITY);
        assertThat(place.parent()).isEqualTo("330109106");
        assertThat(place.kind()).isEqualTo("general");
    }

    @Test
    void misspelledPropertyNameIsNamedWithThePropertiesOfTheFile() {
        assertThat(rejectionOf(() -> read(collection(VALID_FEATURE), Map.of("property.code", "ward_nr"))))
                .isEqualTo(Rejection.invalid("geojson.no-property")
                        .withDetail("property", "ward_nr")
                        .withDetail("parameter", "property.code")
                        .withDetail("present", "code, name, level"));
    }

    @Test
    void integerIsTakenAsItsDigits() {
        Place place = readFeatures(feature(
                        "{'code': 33010910600400101, 'name': 'Here', 'level': 'micro-grid', 'parent': 330109106004001}",
                        SQUARE))
                .getFirst();
        assertThat(place.code()).isEqualTo("33010910600400101");
        assertThat(place.parent()).isEqualTo("330109106004001");
    }

    @Test
    void decimalNumberWithoutFractionIsTakenAsItsDigits() {
        Place place = readFeatures(feature(
                        "{'code': 330109106004001.0, 'name': 'Here', 'level': 'grid', 'parent': 3.30109106004E11}",
                        SQUARE))
                .getFirst();
        assertThat(place.code()).isEqualTo("330109106004001");
        assertThat(place.parent()).isEqualTo("330109106004");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.30109106004001E+016", "'3.30109106004001E+016'", "'3,30109E+11'", "33010910600400101.0"})
    void codeThatASpreadsheetHasShortenedIsRejected(String code) {
        Rejection rejection =
                rejectionOf(feature("{'code': " + code + ", 'name': 'Here', 'level': 'micro-grid'}", SQUARE));
        assertThat(rejection.code()).isEqualTo("geojson.code-shortened");
        assertThat(rejection.details()).containsEntry("property", "code");
        assertThat(rejectionOf(feature(
                                "{'code': 'x', 'name': 'Here', 'level': 'micro-grid', 'parent': " + code + "}", SQUARE))
                        .code())
                .isEqualTo("geojson.code-shortened");
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "' '", "null"})
    void emptyParentIsNone(String parent) {
        assertThat(readFeatures(feature(
                                "{'code': 't', 'name': 'Town', 'level': 'township', 'parent': " + parent + "}", SQUARE))
                        .getFirst()
                        .parent())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"??", "? ?", "？？"})
    void nameOfNothingButQuestionMarksIsRejected(String name) {
        assertRejected(
                "geojson.name-lost",
                "here",
                feature("{'code': 'here', 'name': '" + name + "', 'level': 'grid'}", SQUARE));
    }

    @Test
    void nameCanContainAQuestionMark() {
        assertThat(readFeatures(feature("{'code': 'here', 'name': '3?', 'level': 'grid'}", SQUARE)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "镇, TOWNSHIP",
        "街道, TOWNSHIP",
        "Town, TOWNSHIP",
        "社区, COMMUNITY",
        "村, COMMUNITY",
        "Community, COMMUNITY",
        "网格, GRID",
        "GRID, GRID",
        "微网格, MICRO_GRID",
        "micro grid, MICRO_GRID",
        "Micro_Grid, MICRO_GRID",
        "microgrid, MICRO_GRID"
    })
    void levelIsReadInChineseAndEnglish(String word, TerritoryLevel level) {
        assertThat(readFeatures(feature("{'code': 'here', 'name': 'Here', 'level': '" + word + "'}", SQUARE))
                        .getFirst()
                        .level())
                .isEqualTo(level);
    }

    @Test
    void levelOfTheWholeFileCanBeGiven() {
        assertThat(read(collection(feature("{'code': 'here', 'name': 'Here'}", SQUARE)), Map.of("level", "社区"))
                        .getFirst()
                        .level())
                .isEqualTo(TerritoryLevel.COMMUNITY);
    }

    @Test
    void communityWithoutParentBelongsToTheNamedTownship() {
        assertThat(read(
                                collection(feature("{'code': 'c', 'name': 'C', 'level': 'community'}", SQUARE)),
                                Map.of("township", "330109106"))
                        .getFirst()
                        .parent())
                .isEqualTo("330109106");
    }

    @Test
    void textSequenceIsRead() {
        String second = feature("{'code': 'c', 'name': 'C', 'level': 'community', 'parent': 'town'}", SQUARE);
        String separated = "\u001e" + VALID_FEATURE + "\n\u001e" + second + "\n";
        assertThat(readSequence(separated)).extracting(Place::code).containsExactly("town", "c");
        assertThat(read(separated)).extracting(Place::code).containsExactly("town", "c");
        assertThat(read("\ufeff" + separated)).hasSize(2);
        assertThat(readSequence(VALID_FEATURE + "\n" + second + "\n"))
                .extracting(Place::code)
                .containsExactly("town", "c");
        assertThat(readSequence("\u001e" + collection(VALID_FEATURE, second))).hasSize(2);
    }

    @Test
    void brokenTextOfASequenceIsNamed() {
        assertThat(rejectionOf(() -> readSequence("\u001e" + VALID_FEATURE + "\n\u001e{'type': 'Feat")))
                .isEqualTo(Rejection.malformed("geojson.malformed-text").withDetail("index", 1));
        assertThat(rejectionOf(() -> readSequence("\n"))).isEqualTo(Rejection.invalid("geojson.no-features"));
    }

    private static String withCrs(String crs) {
        return "{'type': 'FeatureCollection', 'crs': " + crs + ", 'features': [" + VALID_FEATURE + "]}";
    }

    private static String namedCrs(String name) {
        return withCrs("{'type': 'name', 'properties': {'name': '" + name + "'}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:ogc:def:crs:OGC:1.3:CRS84",
                "urn:ogc:def:crs:OGC::CRS84",
                "OGC:CRS84",
                "EPSG:4326",
                "epsg:4326",
                "urn:ogc:def:crs:EPSG::4326",
                "urn:ogc:def:crs:EPSG::4490",
                "http://www.opengis.net/def/crs/EPSG/0/4490",
                "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
            })
    void geographicCrsIsAccepted(String name) {
        assertThat(read(namedCrs(name))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:ogc:def:crs:EPSG::4527",
                "EPSG:3857",
                "urn:ogc:def:crs:EPSG::2326",
                "urn:ogc:def:crs:EPSG::43260",
                "urn:ogc:def:crs:OGC:1.3:CRS83",
                ""
            })
    void otherCrsIsRejectedByName(String name) {
        assertThat(rejectionOf(() -> read(namedCrs(name))))
                .isEqualTo(Rejection.invalid("geojson.unsupported-crs").withDetail("crs", name));
    }

    @Test
    void crsIsReadInEveryForm() {
        assertThat(read(withCrs("null"))).hasSize(1);
        assertThat(read(withCrs("{'type': 'EPSG', 'properties': {'code': 4326}}")))
                .hasSize(1);
        assertThat(rejectionOf(() -> read(withCrs("{'type': 'link', 'properties': {}}")))
                        .code())
                .isEqualTo("geojson.unsupported-crs");
        assertThat(rejectionOf(() -> readSequence("\u001e" + namedCrs("EPSG:3857")))
                        .code())
                .isEqualTo("geojson.unsupported-crs");
    }

    @Test
    void datumIsConvertedOnRequest() {
        String triangle = withRing("[121.531541859215, 31.17530398364597], [121.6, 31.1], [121.6, 31.2],"
                + " [121.531541859215, 31.17530398364597]");
        List<Double> first = read(collection(triangle), Map.of("datum", "gcj02"))
                .getFirst()
                .boundary()
                .coordinates()
                .getFirst()
                .getFirst()
                .getFirst();
        assertThat(first.get(0)).isCloseTo(121.5272106, within(1e-8));
        assertThat(first.get(1)).isCloseTo(31.1774276, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"township, a b", "name, ???"})
    void parameterValueMustBeAllowed(String parameter, String value) {
        Rejection rejection = rejectionOf(() -> read(collection(VALID_FEATURE), Map.of(parameter, value)));
        assertThat(rejection.code()).isEqualTo("territory.parameter-value");
        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.INVALID);
        assertThat(rejection.details()).containsEntry("parameter", parameter);
    }

    @ParameterizedTest
    @CsvSource({"datum, nad27, wgs84", "confirm, yes, moved", "level, street, micro-grid"})
    void wordThatAParameterDoesNotKnowIsUnreadable(String parameter, String value, String allowed) {
        Rejection rejection = rejectionOf(() -> read(collection(VALID_FEATURE), Map.of(parameter, value)));
        assertThat(rejection.code()).isEqualTo("parameter.wrong-value");
        assertThat(rejection.reason()).isEqualTo(Rejection.Reason.MALFORMED);
        assertThat(rejection.details()).containsEntry("parameter", parameter);
        assertThat(rejection.details().get("allowed")).asString().contains(allowed);
    }

    @Test
    void exchangedCoordinatesAreNamed() {
        Rejection rejection = rejectionOf(() -> read(collection("""
                        {"type":"Feature","properties":{"level":"grid","code":"7","name":"Grid"},"geometry":
                        {"type":"Polygon","coordinates":[[[30,120],[31,120],[31,121],[30,120]]]}}"""), Map.of()));
        assertThat(rejection.code()).isEqualTo("geojson.coordinates-swapped");
        assertThat(rejection.details()).containsEntry("feature", "7");
    }

    @Test
    void unknownParameterIsRejected() {
        Rejection rejection = rejectionOf(() -> read(collection(VALID_FEATURE), Map.of("property.kod", "x")));

        assertThat(rejection.code()).isEqualTo("parameter.unknown");
        assertThat(rejection.reason())
                .isEqualTo(Rejection.malformed("parameter.unknown").reason());
        assertThat(rejection.details())
                .containsEntry("parameter", "property.kod")
                .containsEntry("nearest", "property.code");
        assertThat(rejection.details().get("allowed")).asString().contains("confirm", "property.kind", "township");
    }
}
