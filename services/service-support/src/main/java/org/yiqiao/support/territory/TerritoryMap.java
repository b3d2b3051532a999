package org.yiqiao.support.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.TerritoryLevel;

/** An immutable snapshot of the places of all known townships, indexed by code, parent and position. */
public final class TerritoryMap {

    public static final TerritoryMap EMPTY = new TerritoryMap(List.of());

    private static final double MAX_LATITUDE = 90;

    private final Map<String, Place> byCode = new LinkedHashMap<>();
    private final Map<String, List<Place>> byParent = new LinkedHashMap<>();
    private final Map<TerritoryLevel, STRtree> byPosition = new EnumMap<>(TerritoryLevel.class);
    private final List<PlaceOutline> townshipOutlines = new ArrayList<>();
    private final List<Place> townships;

    public TerritoryMap(Collection<Place> places) {
        for (Place place : places) {
            byCode.put(place.code(), place);
            if (place.parent() != null) {
                byParent.computeIfAbsent(place.parent(), any -> new ArrayList<>())
                        .add(place);
            }
            PlaceOutline outline = PlaceOutline.of(place);
            byPosition.computeIfAbsent(place.level(), any -> new STRtree()).insert(outline.envelope(), outline);
            if (place.level() == TerritoryLevel.TOWNSHIP) {
                townshipOutlines.add(outline);
            }
        }
        byPosition.values().forEach(STRtree::build);
        townships = byCode.values().stream()
                .filter(place -> place.level() == TerritoryLevel.TOWNSHIP)
                .sorted(Comparator.comparing(Place::code))
                .toList();
    }

    public Optional<Place> place(@Nullable String code) {
        return Optional.ofNullable(code).map(byCode::get);
    }

    /** Returns whether a place has this code. */
    public boolean contains(String code) {
        return byCode.containsKey(code);
    }

    /** Returns the places directly below a place, in the order of their codes. */
    public List<Place> children(String code) {
        return byParent.getOrDefault(code, List.of()).stream()
                .sorted(Comparator.comparing(Place::code))
                .toList();
    }

    /** Returns the place and all places below it, each after its parent; empty if the place is unknown. */
    public List<Place> subtree(String code) {
        List<Place> all = new ArrayList<>(place(code).stream().toList());
        children(code).forEach(child -> all.addAll(subtree(child.code())));
        return all;
    }

    public List<Place> townships() {
        return townships;
    }

    /** Returns the codes from the township down to the place; empty if the place is unknown. */
    public List<String> path(String code) {
        List<String> path = new ArrayList<>();
        for (Place place = byCode.get(code); place != null; place = byCode.get(place.parent())) {
            path.addFirst(place.code());
        }
        return List.copyOf(path);
    }

    /**
     * Returns the path to the smallest place that contains the point; empty if no township contains it. A place
     * includes its edge. A shared edge belongs to the place with the lowest code.
     */
    public List<String> locate(Point point) {
        for (TerritoryLevel level : List.of(
                TerritoryLevel.MICRO_GRID, TerritoryLevel.GRID, TerritoryLevel.COMMUNITY, TerritoryLevel.TOWNSHIP)) {
            Optional<Place> place = findPlaceAt(point, level);
            if (place.isPresent()) {
                return path(place.get().code());
            }
        }
        return List.of();
    }

    /** Returns the code of the township that contains the point with latitude and longitude exchanged; else empty. */
    public Optional<String> townshipWhenSwapped(Point point) {
        return Math.abs(point.lon()) > MAX_LATITUDE
                ? Optional.empty()
                : locate(new Point(point.lon(), point.lat())).stream().findFirst();
    }

    /** Returns the township if exactly one is known. */
    public Optional<Place> onlyTownship() {
        return townships.size() == 1 ? Optional.of(townships.getFirst()) : Optional.empty();
    }

    /**
     * Returns the township that contains the point, or else the nearest one, with its distance. Empty if no township is
     * known.
     */
    public Optional<TownshipDistance> nearestTownship(Point point) {
        return townshipOutlines.stream()
                .map(outline -> new TownshipDistance(outline.place(), outline.distanceInMeters(point)))
                .min(Comparator.comparingDouble(TownshipDistance::meters)
                        .thenComparing(found -> found.township().code()));
    }

    /**
     * A township and its distance from a point.
     *
     * @param meters great-circle distance to the nearest point of the boundary; 0 inside the township
     */
    public record TownshipDistance(Place township, double meters) {}

    @SuppressWarnings("unchecked")
    private Optional<Place> findPlaceAt(Point point, TerritoryLevel level) {
        STRtree outlines = byPosition.get(level);
        if (outlines == null) {
            return Optional.empty();
        }
        Geometry position = GeometryConverter.toGeometry(point);
        return ((List<PlaceOutline>) outlines.query(position.getEnvelopeInternal()))
                .stream()
                        .filter(outline -> outline.covers(position))
                        .map(PlaceOutline::place)
                        .min(Comparator.comparing(Place::code));
    }
}
