package org.yiqiao.grid.territory.geojson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Boundary;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads places from GeoJSON: a FeatureCollection (RFC 7946) or a text sequence (RFC 8142). The rejection names a
 * feature that is not a valid place.
 */
public final class GeoJsonTerritoryReader {

    private static final int MAX_PROPERTIES_SHOWN = 30;
    private static final int MAX_CODE_SHOWN = 100;

    private final JsonMapper json;
    private final ImportParameters parameters;

    public GeoJsonTerritoryReader(JsonMapper json, ImportParameters parameters) {
        this.json = json;
        this.parameters = parameters;
    }

    /**
     * Reads a file.
     *
     * @param isSequence whether the client declares a text sequence; a leading record separator declares it too
     * @throws RejectedException if the file is no valid territory
     * @throws tools.jackson.core.JacksonException if the file is not JSON
     */
    public List<Place> read(byte[] file, boolean isSequence) {
        return isSequence || FeatureSequence.startsWithSeparator(file)
                ? places(FeatureSequence.read(file, json).stream()
                        .flatMap(GeoJsonTerritoryReader::featuresOfText)
                        .toList())
                : read(json.readTree(file));
    }

    List<Place> read(JsonNode file) {
        if (!isCollection(file)) {
            throw new RejectedException(Rejection.malformed("geojson.no-feature-collection"));
        }
        return places(features(file).toList());
    }

    private static Stream<JsonNode> featuresOfText(JsonNode text) {
        if (isCollection(text)) {
            return features(text);
        }
        CoordinateSystemName.requireAccepted(text);
        return Stream.of(text);
    }

    private static boolean isCollection(JsonNode file) {
        return "FeatureCollection".equals(file.path("type").asString(""))
                && file.path("features").isArray();
    }

    private static Stream<JsonNode> features(JsonNode collection) {
        CoordinateSystemName.requireAccepted(collection);
        return collection.path("features").valueStream();
    }

    private List<Place> places(List<JsonNode> features) {
        if (features.isEmpty()) {
            throw new RejectedException(Rejection.invalid("geojson.no-features"));
        }
        requireNamedProperties(features);
        List<Place> places = new ArrayList<>(features.size());
        Set<String> codes = new HashSet<>();
        for (JsonNode feature : features) {
            Place place = place(feature, places.size());
            if (!codes.add(place.code())) {
                throw new RejectedException(rejection("geojson.code-twice", places.size(), place.code()));
            }
            places.add(place);
        }
        return places;
    }

    /** Rejects a property that a parameter names and no feature has; most likely, its name is misspelled. */
    private void requireNamedProperties(List<JsonNode> features) {
        PropertyNames names = parameters.properties();
        PropertyNames usual = PropertyNames.DEFAULT;
        requireNamedProperty(features, names.code(), usual.code());
        requireNamedProperty(features, names.name(), usual.name());
        requireNamedProperty(features, names.level(), usual.level());
        requireNamedProperty(features, names.parent(), usual.parent());
        requireNamedProperty(features, names.kind(), usual.kind());
    }

    private static void requireNamedProperty(List<JsonNode> features, String property, String usual) {
        if (!property.equals(usual)
                && features.stream()
                        .noneMatch(feature -> feature.path("properties").has(property))) {
            throw new RejectedException(Rejection.invalid("geojson.no-property")
                    .withDetail("property", property)
                    .withDetail("parameter", "property." + usual)
                    .withDetail("present", presentProperties(features)));
        }
    }

    private static String presentProperties(List<JsonNode> features) {
        return String.join(
                ", ",
                features.stream()
                        .flatMap(feature -> feature.path("properties").propertyNames().stream())
                        .distinct()
                        .limit(MAX_PROPERTIES_SHOWN)
                        .toList());
    }

    private Place place(JsonNode feature, int index) {
        JsonNode properties = feature.path("properties");
        PropertyNames names = parameters.properties();
        String code = PlaceCode.text(properties.path(names.code()));
        requireCode(code, names.code(), index);
        TerritoryLevel level = level(properties, index, code);
        return new Place(
                level,
                code,
                name(properties, index, code),
                parent(properties, level, index, code),
                text(properties, names.kind()),
                boundary(feature.path("geometry"), index, code));
    }

    private static void requireCode(String code, String property, int index) {
        if (!PlaceCode.isValid(code)) {
            throw new RejectedException(
                    rejection(PlaceCode.isShortened(code) ? "geojson.code-shortened" : "geojson.no-code", index, code)
                            .withDetail("property", property));
        }
    }

    private String name(JsonNode properties, int index, String code) {
        String property = parameters.properties().name();
        String name = text(properties, property);
        if (name != null && PlaceName.isLost(name)) {
            throw new RejectedException(
                    rejection("geojson.name-lost", index, code).withDetail("name", name));
        }
        if (name == null || !PlaceName.isValid(name)) {
            throw new RejectedException(
                    rejection("geojson.no-name", index, code).withDetail("property", property));
        }
        return name;
    }

    private TerritoryLevel level(JsonNode properties, int index, String code) {
        String property = parameters.properties().level();
        String word = text(properties, property);
        if (word == null && parameters.level() != null) {
            return parameters.level();
        }
        return LevelWords.parse(String.valueOf(word))
                .orElseThrow(() -> new RejectedException(
                        rejection("geojson.unknown-level", index, code).withDetail("property", property)));
    }

    private @Nullable String parent(JsonNode properties, TerritoryLevel level, int index, String code) {
        String property = parameters.properties().parent();
        String parent = PlaceCode.text(properties.path(property));
        if (parent.isEmpty()) {
            return level == TerritoryLevel.COMMUNITY ? parameters.township() : null;
        }
        if (PlaceCode.isShortened(parent)) {
            throw new RejectedException(rejection("geojson.code-shortened", index, code)
                    .withDetail("feature", parent.substring(0, Math.min(parent.length(), MAX_CODE_SHOWN)))
                    .withDetail("property", property));
        }
        return parent;
    }

    private Boundary boundary(JsonNode geometry, int index, String code) {
        JsonNode coordinates = geometry.path("coordinates");
        BoundaryReader reader = new BoundaryReader(
                parameters.datum(), violation -> new RejectedException(rejection(violation, index, code)));
        return switch (geometry.path("type").asString("")) {
            case "Polygon" -> reader.polygon(coordinates);
            case "MultiPolygon" -> reader.multiPolygon(coordinates);
            default -> throw new RejectedException(rejection("geojson.no-polygon", index, code));
        };
    }

    private static @Nullable String text(JsonNode properties, String name) {
        return properties.path(name).isString() ? properties.path(name).asString() : null;
    }

    private static Rejection rejection(String violation, int index, String code) {
        return Rejection.invalid(violation)
                .withDetail("feature", code.substring(0, Math.min(code.length(), MAX_CODE_SHOWN)))
                .withDetail("index", index);
    }
}
