package org.yiqiao.support.territory;

import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Boundary;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.TerritoryLevel;

/**
 * A place as a GeoJSON Feature.
 *
 * @param type always {@code Feature}
 * @param geometry boundary of the place
 * @param properties level, code and name of the place
 */
public record PlaceFeature(String type, Boundary geometry, PlaceProperties properties) {

    /**
     * The properties of a place.
     *
     * @param level level of the place
     * @param code code of the place
     * @param name name of the place
     * @param parent code of the place one level up; absent for a township
     * @param kind for a grid: general, or its dedicated use
     */
    public record PlaceProperties(
            TerritoryLevel level,
            String code,
            String name,
            @Nullable String parent,
            @Nullable String kind) {}

    public static PlaceFeature of(Place place) {
        return new PlaceFeature(
                "Feature",
                place.boundary(),
                new PlaceProperties(place.level(), place.code(), place.name(), place.parent(), place.kind()));
    }
}
