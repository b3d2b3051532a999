package org.yiqiao.support.territory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Boundary;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.TerritoryLevel;

/**
 * A township of rectangles from 120 to 128 degrees east and 30 to 38 degrees north. It is far larger than a real
 * township, so that all arithmetic is exact.
 *
 * <p>The west is a community of two grids, and the northern grid has two micro-grids. The east is a community without
 * grids. The northern rim belongs to no community.
 */
final class TestTerritory {

    static final String TOWN = "330109106";
    static final String WEST = "330109106001";
    static final String EAST = "330109106002";
    static final String NORTH_WEST = "330109106001001";
    static final String SOUTH_WEST = "330109106001002";
    static final String MICRO_1 = "33010910600100101";
    static final String MICRO_2 = "33010910600100102";

    static final List<Place> PLACES = List.of(
            place(TerritoryLevel.TOWNSHIP, TOWN, null, box(120, 30, 128, 38)),
            place(TerritoryLevel.COMMUNITY, WEST, TOWN, box(120, 30, 124, 36)),
            place(TerritoryLevel.COMMUNITY, EAST, TOWN, box(124, 30, 128, 36)),
            place(TerritoryLevel.GRID, NORTH_WEST, WEST, box(120, 33, 124, 36)),
            place(TerritoryLevel.GRID, SOUTH_WEST, WEST, box(120, 30, 124, 33)),
            place(TerritoryLevel.MICRO_GRID, MICRO_1, NORTH_WEST, box(120, 33, 121, 36)),
            place(TerritoryLevel.MICRO_GRID, MICRO_2, NORTH_WEST, box(121, 33, 122, 36)));

    private TestTerritory() {}

    static Place place(TerritoryLevel level, String code, @Nullable String parent, Boundary boundary) {
        return new Place(level, code, "Name of " + code, parent, null, boundary);
    }

    static Boundary box(double west, double south, double east, double north) {
        return new Boundary(List.of(List.of(ring(west, south, east, north))));
    }

    static List<List<Double>> ring(double west, double south, double east, double north) {
        return List.of(
                List.of(west, south),
                List.of(east, south),
                List.of(east, north),
                List.of(west, north),
                List.of(west, south));
    }

    static Point pointAt(double lon, double lat) {
        return new Point(lat, lon);
    }
}
