package org.yiqiao.grid.territory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Boundary;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;
import tools.jackson.databind.JsonNode;

/**
 * Reads places from a GeoJSON FeatureCollection (RFC 7946). The rejection names a feature that is not a valid place.
 */
final class GeoJsonTerritoryReader {

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z-]{1,32}");
    private static final int MAX_NAME_LENGTH = 200;

    private GeoJsonTerritoryReader() {}

    static List<Place> read(JsonNode file) {
        if (!"FeatureCollection".equals(file.path("type").asString(""))
                || !file.path("features").isArray()) {
            throw new RejectedException(Rejection.invalid("geojson.no-feature-collection"));
        }
        List<Place> places = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (JsonNode feature : file.path("features")) {
            Place place = place(feature, places.size());
            if (!codes.add(place.code())) {
                throw invalidFeature("geojson.code-twice", places.size(), place.code());
            }
            places.add(place);
        }
        if (places.isEmpty()) {
            throw new RejectedException(Rejection.invalid("geojson.no-features"));
        }
        return places;
    }

    private static Place place(JsonNode feature, int index) {
        JsonNode properties = feature.path("properties");
        String code = text(properties, "code");
        if (code == null || !CODE.matcher(code).matches()) {
            throw invalidFeature("geojson.no-code", index, code);
        }
        String name = text(properties, "name");
        if (name == null || name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            throw invalidFeature("geojson.no-name", index, code);
        }
        TerritoryLevel level = TerritoryLevel.parse(String.valueOf(text(properties, "level")))
                .orElseThrow(() -> invalidFeature("geojson.unknown-level", index, code));
        return new Place(
                level,
                code,
                name,
                text(properties, "parent"),
                text(properties, "kind"),
                boundary(feature.path("geometry"), index, code));
    }

    private static Boundary boundary(JsonNode geometry, int index, String code) {
        JsonNode coordinates = geometry.path("coordinates");
        List<List<List<List<Double>>>> polygons =
                switch (geometry.path("type").asString("")) {
                    case "Polygon" -> List.of(polygon(coordinates, index, code));
                    case "MultiPolygon" ->
                        items(coordinates, index, code).stream()
                                .map(polygon -> polygon(polygon, index, code))
                                .toList();
                    default -> throw invalidFeature("geojson.no-polygon", index, code);
                };
        return new Boundary(polygons);
    }

    private static List<List<List<Double>>> polygon(JsonNode rings, int index, String code) {
        return items(rings, index, code).stream()
                .map(ring -> ring(ring, index, code))
                .toList();
    }

    private static List<List<Double>> ring(JsonNode positions, int index, String code) {
        List<List<Double>> ring = items(positions, index, code).stream()
                .map(position -> position(position, index, code))
                .toList();
        if (ring.size() < 4 || !ring.getFirst().equals(ring.getLast())) {
            throw invalidFeature("territory.broken-polygon", index, code);
        }
        return ring;
    }

    private static List<Double> position(JsonNode position, int index, String code) {
        double lon = position.path(0).doubleValue(Double.NaN);
        double lat = position.path(1).doubleValue(Double.NaN);
        if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
            throw invalidFeature("geojson.no-position", index, code);
        }
        return List.of(lon, lat);
    }

    private static List<JsonNode> items(JsonNode array, int index, String code) {
        if (!array.isArray() || array.isEmpty()) {
            throw invalidFeature("geojson.no-polygon", index, code);
        }
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    private static @Nullable String text(JsonNode properties, String name) {
        return properties.path(name).isString() ? properties.path(name).asString() : null;
    }

    private static RejectedException invalidFeature(String violation, int index, @Nullable String code) {
        return new RejectedException(Rejection.invalid(violation)
                .withDetail("feature", code == null ? "" : code)
                .withDetail("index", index));
    }
}
