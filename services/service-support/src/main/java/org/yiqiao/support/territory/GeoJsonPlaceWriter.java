package org.yiqiao.support.territory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiqiao.contracts.Place;

/** Converts places to GeoJSON (RFC 7946). */
public final class GeoJsonPlaceWriter {

    private GeoJsonPlaceWriter() {}

    /** Returns a FeatureCollection as a mutable map. */
    public static Map<String, Object> featureCollection(List<Place> places) {
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put(
                "features", places.stream().map(GeoJsonPlaceWriter::feature).toList());
        return collection;
    }

    private static Map<String, Object> feature(Place place) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("level", place.level().wireName());
        properties.put("code", place.code());
        properties.put("name", place.name());
        if (place.parent() != null) {
            properties.put("parent", place.parent());
        }
        if (place.kind() != null) {
            properties.put("kind", place.kind());
        }
        return Map.of("type", "Feature", "geometry", place.boundary(), "properties", properties);
    }
}
