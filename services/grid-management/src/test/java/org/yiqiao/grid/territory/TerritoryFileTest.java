package org.yiqiao.grid.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yiqiao.grid.TestTerritory.PLACES;
import static org.yiqiao.grid.TestTerritory.at;
import static org.yiqiao.grid.TestTerritory.ring;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.Boundary;
import org.yiqiao.contracts.Level;
import org.yiqiao.contracts.Place;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.territory.GeoJson;
import org.yiqiao.support.web.Refused;
import tools.jackson.databind.json.JsonMapper;

class TerritoryFileTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SQUARE =
            "{'type': 'Polygon', 'coordinates': [[[120, 30], [121, 30], [121, 31], [120, 31], [120, 30]]]}";

    private static final String GOOD = feature("{'code': 'town', 'name': 'Town', 'level': 'township'}", SQUARE);

    /** JSON is written here with single quotes. */
    private static List<Place> read(String file) {
        return TerritoryFile.read(JSON.readTree(file.replace('\'', '"')));
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

    private static Rejection refusal(String... features) {
        return refusal(() -> readFeatures(features));
    }

    private static Rejection refusal(Runnable reading) {
        Refused refused = catchThrowableOfType(Refused.class, reading::run);
        if (refused == null) {
            throw new AssertionError("It was read");
        }
        return refused.rejection();
    }

    /** The second feature is refused, and named. */
    private static void assertRefused(String code, String name, String feature) {
        assertThat(refusal(GOOD, feature))
                .isEqualTo(Rejection.invalid(code).with("feature", name).with("index", 1));
    }

    @Test
    void placesAreReadInTheOrderOfTheFile() {
        assertThat(readFeatures(
                        GOOD,
                        feature(
                                "{'code': 'g-1', 'name': '钱江公园', 'level': 'grid', 'parent': 'c', 'kind': 'park', 'more': 1}",
                                SQUARE)))
                .containsExactly(
                        new Place(
                                Level.TOWNSHIP,
                                "town",
                                "Town",
                                null,
                                null,
                                new Boundary(List.of(List.of(ring(120, 30, 121, 31))))),
                        new Place(
                                Level.GRID,
                                "g-1",
                                "钱江公园",
                                "c",
                                "park",
                                new Boundary(List.of(List.of(ring(120, 30, 121, 31))))));
    }

    @Test
    void whatIsGivenOutCanBeTakenInAgain() {
        Map<String, Object> file = GeoJson.collection(PLACES);
        assertThat(TerritoryFile.read(JSON.valueToTree(file))).isEqualTo(PLACES);
    }

    @Test
    void aPlaceMayHaveHolesAndSeveralParts() {
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
    void anAltitudeIsLeftOut() {
        Place place = readFeatures(withRing("[120, 30, 5.5], [121, 30, 5], [121, 31, 5], [120, 30, 5.5]"))
                .getFirst();
        assertThat(place.boundary().coordinates().getFirst().getFirst().getFirst())
                .isEqualTo(at(120, 30));
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
    void anythingButAFeatureCollectionIsRefused(String file) {
        assertThat(refusal(() -> read(file))).isEqualTo(Rejection.invalid("geojson.no-feature-collection"));
    }

    @Test
    void anEmptyCollectionIsRefused() {
        assertThat(refusal(new String[0])).isEqualTo(Rejection.invalid("geojson.no-features"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'name': 'Here', 'level': 'grid'}", "{'code': 12, 'name': 'Here', 'level': 'grid'}", "null"})
    void aPlaceHasACode(String properties) {
        assertRefused("geojson.no-code", "", feature(properties, SQUARE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "江", "a/b", "123456789012345678901234567890123"})
    void aCodeIsShortAndPlain(String code) {
        assertRefused(
                "geojson.no-code", code, feature("{'code': '" + code + "', 'name': 'Here', 'level': 'grid'}", SQUARE));
    }

    @Test
    void aFeatureThatIsNoneIsRefused() {
        assertRefused("geojson.no-code", "", "null");
        assertRefused("geojson.no-code", "", "17");
    }

    @Test
    void aPlaceHasAName() {
        assertRefused("geojson.no-name", "here", feature("{'code': 'here', 'level': 'grid'}", SQUARE));
        assertRefused("geojson.no-name", "here", feature("{'code': 'here', 'name': ' ', 'level': 'grid'}", SQUARE));
        assertRefused("geojson.no-name", "here", feature("{'code': 'here', 'name': 7, 'level': 'grid'}", SQUARE));
        assertRefused(
                "geojson.no-name",
                "here",
                feature("{'code': 'here', 'name': '" + "n".repeat(201) + "', 'level': 'grid'}", SQUARE));
        assertThat(readFeatures(
                        feature("{'code': 'here', 'name': '" + "n".repeat(200) + "', 'level': 'grid'}", SQUARE)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", 'level': 'street'", ", 'level': 'Grid'", ", 'level': 3", ", 'level': null"})
    void aPlaceHasALevel(String level) {
        assertRefused(
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
    void aPlaceHasAnOutline(String geometry) {
        assertRefused("geojson.no-polygon", "here", withGeometry(geometry));
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
    void aPositionIsLongitudeAndLatitude(String position) {
        assertRefused("geojson.no-position", "here", withRing("[120, 30], " + position + ", [121, 31], [120, 30]"));
    }

    @Test
    void aRingIsClosedAndHasThreeCorners() {
        assertRefused("territory.broken-polygon", "here", withRing("[120, 30], [121, 30], [121, 31], [120, 31]"));
        assertRefused("territory.broken-polygon", "here", withRing("[120, 30], [121, 30], [120, 30]"));
    }

    @Test
    void aCodeStandsInTheFileOnce() {
        assertRefused("geojson.code-twice", "town", GOOD);
    }
}
