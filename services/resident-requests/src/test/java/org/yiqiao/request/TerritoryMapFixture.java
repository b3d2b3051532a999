package org.yiqiao.request;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Boundary;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * A township of rectangles from 120 to 128 east and 30 to 38 north. It is far larger than a real township, so that all
 * arithmetic is exact. The western community has two grids, and the northern grid has a micro-grid. The eastern
 * community has no grids. A second township lies one degree further east.
 */
public final class TerritoryMapFixture {

    public static final String TOWN = "330109106";
    public static final String NEIGHBOUR = "330109107";
    public static final String WEST = "330109106001";
    public static final String EAST = "330109106002";
    public static final String NORTH_WEST = "330109106001001";
    public static final String SOUTH_WEST = "330109106001002";
    public static final String MICRO = "33010910600100101";

    public static final Point IN_MICRO = new Point(34, 120.5);
    public static final Point IN_SOUTH_WEST = new Point(31, 121);
    public static final Point IN_EAST = new Point(31, 126);
    /** Outside every township, closer to the first one. */
    public static final Point OUTSIDE = new Point(31, 128.1);
    /** Outside every township, closer to the second one. */
    public static final Point NEAR_NEIGHBOUR = new Point(31, 128.9);

    /** Outside every township, 121 km from both. */
    public static final Point FAR = new Point(29, 128.5);

    private static final List<Place> PLACES = List.of(
            place(TerritoryLevel.TOWNSHIP, TOWN, null, 120, 30, 128, 38),
            place(TerritoryLevel.COMMUNITY, WEST, TOWN, 120, 30, 124, 36),
            place(TerritoryLevel.COMMUNITY, EAST, TOWN, 124, 30, 128, 36),
            place(TerritoryLevel.GRID, NORTH_WEST, WEST, 120, 33, 124, 36),
            place(TerritoryLevel.GRID, SOUTH_WEST, WEST, 120, 30, 124, 33),
            place(TerritoryLevel.MICRO_GRID, MICRO, NORTH_WEST, 120, 33, 121, 36));

    private TerritoryMapFixture() {}

    public static TerritoryMap map() {
        return new TerritoryMap(PLACES);
    }

    /** The first township before its communities are imported. */
    public static TerritoryMap townshipOnly() {
        return new TerritoryMap(PLACES.subList(0, 1));
    }

    /** The first township with its communities, before their grids are imported. */
    public static TerritoryMap communitiesOnly() {
        return new TerritoryMap(PLACES.subList(0, 3));
    }

    /** The first township after the boundary of its grids has moved north, so that the southern grid is larger. */
    public static TerritoryMap movedGrids() {
        List<Place> places = new ArrayList<>(PLACES.subList(0, 3));
        places.add(place(TerritoryLevel.GRID, NORTH_WEST, WEST, 120, 35, 124, 36));
        places.add(place(TerritoryLevel.GRID, SOUTH_WEST, WEST, 120, 30, 124, 35));
        return new TerritoryMap(places);
    }

    /** The first township after its boundary has moved north. */
    public static TerritoryMap movedTownship() {
        return new TerritoryMap(List.of(place(TerritoryLevel.TOWNSHIP, TOWN, null, 120, 36, 128, 38)));
    }

    public static TerritoryMap twoTownships() {
        Place neighbour = place(TerritoryLevel.TOWNSHIP, NEIGHBOUR, null, 129, 30, 137, 38);
        return new TerritoryMap(
                Stream.concat(PLACES.stream(), Stream.of(neighbour)).toList());
    }

    /** Returns a rectangular township. */
    public static Place township(String code, double west, double south, double east, double north) {
        return place(TerritoryLevel.TOWNSHIP, code, null, west, south, east, north);
    }

    private static Place place(
            TerritoryLevel level,
            String code,
            @Nullable String parent,
            double west,
            double south,
            double east,
            double north) {
        List<List<Double>> ring = List.of(
                List.of(west, south),
                List.of(east, south),
                List.of(east, north),
                List.of(west, north),
                List.of(west, south));
        return new Place(level, code, "Name of " + code, parent, null, new Boundary(List.of(List.of(ring))));
    }
}
