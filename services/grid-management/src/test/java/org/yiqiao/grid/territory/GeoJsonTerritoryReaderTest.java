package org.yiqiao.grid.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yiqiao.grid.TerritoryFixture.PLACES;
import static org.yiqiao.grid.TerritoryFixture.position;
import static org.yiqiao.grid.TerritoryFixture.ring;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.Boundary;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;
import org.yiqiao.support.territory.GeoJsonPlaceWriter;
import tools.jackson.databind.json.JsonMapper;

class GeoJsonTerritoryReaderTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SQUARE =
            "{'type': 'Polygon', 'coordinates': [[[120, 30], [121, 30], [121, 31], [120, 31], [120, 30]]]}";

    private static final String VALID_FEATURE =
            feature("{'code': 'town', 'name': 'Town', 'level': 'township'}", SQUARE);

    /** Reads JSON that is written with single quotes. */
    private static List<Place> read(String file) {
        return GeoJsonTerritoryReader.read(JSON.readTree(file.replace('\'', '"')));
    }

    private static List<Place> readFeatures(String... features) {
        return read("{'type': 'FeatureCollection', 'features': [" + String.join(", ", features) + "]}");
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
        assertThat(rejectionOf(VALID_FEATURE, feature))
                .isEqualTo(Rejection.invalid(code).withDetail("feature", name).withDetail("index", 1));
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
        Map<String, Object> file = GeoJsonPlaceWriter.featureCollection(PLACES);
        assertThat(GeoJsonTerritoryReader.read(JSON.valueToTree(file))).isEqualTo(PLACES);
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
        assertThat(rejectionOf(() -> read(file))).isEqualTo(Rejection.invalid("geojson.no-feature-collection"));
    }

    @Test
    void emptyCollectionIsRejected() {
        assertThat(rejectionOf(new String[0])).isEqualTo(Rejection.invalid("geojson.no-features"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'name': 'Here', 'level': 'grid'}", "{'code': 12, 'name': 'Here', 'level': 'grid'}", "null"})
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
    @ValueSource(strings = {"", ", 'level': 'street'", ", 'level': 'Grid'", ", 'level': 3", ", 'level': null"})
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
        assertRejected("territory.broken-polygon", "here", withRing("[120, 30], [121, 30], [121, 31], [120, 31]"));
        assertRejected("territory.broken-polygon", "here", withRing("[120, 30], [121, 30], [120, 30]"));
    }

    @Test
    void duplicateCodeIsRejected() {
        assertRejected("geojson.code-twice", "town", VALID_FEATURE);
    }
}
