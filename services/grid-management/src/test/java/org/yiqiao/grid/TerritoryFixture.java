package org.yiqiao.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Boundary;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * A township of rectangles from 120 to 128 east and 30 to 38 north. It is far larger than a real township, so that all
 * arithmetic is exact. The western community has two grids, and the northern grid has two micro-grids. The eastern
 * community has no grids. The northern rim belongs to no community.
 */
public final class TerritoryFixture {

    public static final Place TOWN = place(TerritoryLevel.TOWNSHIP, "330109106", null, box(120, 30, 128, 38));
    public static final Place WEST =
            place(TerritoryLevel.COMMUNITY, "330109106001", TOWN.code(), box(120, 30, 124, 36));
    public static final Place EAST =
            place(TerritoryLevel.COMMUNITY, "330109106002", TOWN.code(), box(124, 30, 128, 36));
    public static final Place NORTH_WEST =
            place(TerritoryLevel.GRID, "330109106001001", WEST.code(), box(120, 33, 124, 36));
    public static final Place SOUTH_WEST =
            place(TerritoryLevel.GRID, "330109106001002", WEST.code(), box(120, 30, 124, 33));
    public static final Place MICRO_1 =
            place(TerritoryLevel.MICRO_GRID, "33010910600100101", NORTH_WEST.code(), box(120, 33, 121, 36));
    public static final Place MICRO_2 =
            place(TerritoryLevel.MICRO_GRID, "33010910600100102", NORTH_WEST.code(), box(121, 33, 122, 36));

    /** All places, each after its parent, sorted by level and code as an import sorts them. */
    public static final List<Place> PLACES = List.of(TOWN, WEST, EAST, NORTH_WEST, SOUTH_WEST, MICRO_1, MICRO_2);

    private TerritoryFixture() {}

    public static TerritoryMap map() {
        return new TerritoryMap(PLACES);
    }

    public static Place place(TerritoryLevel level, String code, @Nullable String parent, Boundary boundary) {
        return new Place(level, code, "Name of " + code, parent, null, boundary);
    }

    public static Boundary box(double west, double south, double east, double north) {
        return outline(ring(west, south, east, north));
    }

    public static Boundary outline(List<List<Double>> outer) {
        return new Boundary(List.of(List.of(outer)));
    }

    public static Boundary outline(List<List<Double>> outer, List<List<Double>> hole) {
        return new Boundary(List.of(List.of(outer, hole)));
    }

    public static List<List<Double>> ring(double west, double south, double east, double north) {
        return List.of(
                position(west, south),
                position(east, south),
                position(east, north),
                position(west, north),
                position(west, south));
    }

    public static List<Double> position(double lon, double lat) {
        return List.of(lon, lat);
    }
}
