package org.yiqiao.contracts;

import java.util.List;

/**
 * A place's outline as a GeoJSON MultiPolygon (RFC 7946): polygons, each of an outer ring and its holes, each a closed
 * list of positions, each longitude and latitude in degrees (WGS 84).
 */
public record Boundary(String type, List<List<List<List<Double>>>> coordinates) {

    public static final String MULTI_POLYGON = "MultiPolygon";

    public Boundary(List<List<List<List<Double>>>> coordinates) {
        this(MULTI_POLYGON, coordinates);
    }
}
