package org.yiqiao.grid.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.yiqiao.contracts.Place;
import org.yiqiao.support.territory.GeometryConverter;
import org.yiqiao.support.territory.GroundMeasure;
import org.yiqiao.support.territory.PolygonOverlay;

/** Finds the gaps between the children of places. Gaps are allowed, because a township can be drawn in steps. */
final class TerritoryGapFinder {

    /** Share of a place that its children can leave uncovered, for rounding. */
    private static final double ROUNDING = 1e-9;

    /** Distance in degrees at which a child is adjacent to a gap; about 10 cm. */
    private static final double ADJACENT = 1e-6;

    private final Map<String, List<Place>> children;
    private final Map<String, Place> byCode;
    private final Map<String, Geometry> outlines = new HashMap<>();

    TerritoryGapFinder(Territory territory) {
        this.byCode = territory.placesByCode();
        this.children = territory.places().stream()
                .filter(place -> place.parent() != null)
                .collect(Collectors.groupingBy(place -> Objects.requireNonNull(place.parent())));
    }

    /** Returns the gaps below the given places, the largest first. */
    List<TerritoryGap> find(Set<String> parents) {
        List<TerritoryGap> gaps = new ArrayList<>();
        for (String parent : parents) {
            Place place = byCode.get(parent);
            List<Place> parts = children.getOrDefault(parent, List.of());
            if (place != null && parts.size() > 1) {
                gaps.addAll(gapsOf(place, parts));
            }
        }
        gaps.sort(
                Comparator.comparingLong(TerritoryGap::squareMetres).reversed().thenComparing(TerritoryGap::parent));
        return gaps;
    }

    private List<TerritoryGap> gapsOf(Place parent, List<Place> parts) {
        Geometry whole = outline(parent);
        List<Geometry> partOutlines = parts.stream().map(this::outline).toList();
        double covered = partOutlines.stream().mapToDouble(Geometry::getArea).sum();
        if (Math.abs(whole.getArea() - covered) <= ROUNDING * whole.getArea()) {
            return List.of();
        }
        try {
            Geometry uncovered = PolygonOverlay.difference(whole, PolygonOverlay.union(partOutlines));
            return GeometryConverter.toPolygons(uncovered).stream()
                    .map(polygon -> gap(parent, parts, polygon))
                    .filter(gap -> gap.between().size() > 1 && gap.squareMetres() > 1)
                    .toList();
        } catch (TopologyException | IllegalArgumentException e) {
            return List.of();
        }
    }

    private TerritoryGap gap(Place parent, List<Place> parts, Polygon polygon) {
        List<String> between = parts.stream()
                .filter(part -> outline(part).isWithinDistance(polygon, ADJACENT))
                .map(Place::code)
                .sorted()
                .toList();
        return new TerritoryGap(
                parent.code(), between, GeometryConverter.positionIn(polygon), GroundMeasure.squareMetres(polygon));
    }

    private Geometry outline(Place place) {
        return outlines.computeIfAbsent(place.code(), code -> GeometryConverter.toGeometry(place.boundary()));
    }
}
