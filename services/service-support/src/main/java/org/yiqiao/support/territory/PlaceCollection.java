package org.yiqiao.support.territory;

import java.util.List;
import org.yiqiao.contracts.Place;

/**
 * Places as a GeoJSON FeatureCollection (RFC 7946), in the format of the import.
 *
 * @param type always {@code FeatureCollection}
 * @param features the places
 */
public record PlaceCollection(String type, List<PlaceFeature> features) {

    public static final String TYPE = "FeatureCollection";

    public static PlaceCollection of(List<Place> places) {
        return new PlaceCollection(TYPE, places.stream().map(PlaceFeature::of).toList());
    }
}
