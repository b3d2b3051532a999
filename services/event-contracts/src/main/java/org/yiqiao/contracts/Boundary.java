package org.yiqiao.contracts;

import java.util.List;

/**
 * The boundary of a place as a GeoJSON MultiPolygon (RFC 7946). A polygon is an outer ring followed by its holes.
 * A ring is a closed list of positions. A position is longitude, latitude in degrees (WGS 84).
 */
public record Boundary(String type, List<List<List<List<Double>>>> coordinates) {

    public static final String MULTI_POLYGON = "MultiPolygon";

    public Boundary(List<List<List<List<Double>>>> coordinates) {
        this(MULTI_POLYGON, coordinates);
    }
}
