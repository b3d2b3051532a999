package org.yiqiao.grid.territory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.Point;
import org.yiqiao.support.territory.GeometryConverter;
import org.yiqiao.support.territory.GroundMeasure;

/**
 * The outline of a place, or the reason why it has none.
 *
 * @param geometry the valid outline; null if the boundary is broken
 * @param violation the fault of a broken boundary; null if the outline is valid
 */
record PlaceOutline(@Nullable Geometry geometry, @Nullable TerritoryRuleViolation violation) {

    private static final String BROKEN = "territory.broken-polygon";

    static PlaceOutline of(Place place) {
        try {
            MultiPolygon outline = GeometryConverter.toGeometry(place.boundary());
            return findFault(outline)
                    .map(fault -> new PlaceOutline(
                            null,
                            TerritoryRuleViolation.of(BROKEN, place, null)
                                    .located(
                                            point(fault),
                                            GroundMeasure.squareMetres(
                                                    CrossedRing.smallestLoopArea(outline, fault), fault.y))))
                    .orElseGet(() -> new PlaceOutline(outline, null));
        } catch (IllegalArgumentException | TopologyException e) {
            return new PlaceOutline(
                    null, TerritoryRuleViolation.of(BROKEN, place, null).located(firstPosition(place), 0));
        }
    }

    Geometry requireGeometry() {
        if (geometry == null) {
            throw new IllegalStateException("The boundary is broken: " + violation);
        }
        return geometry;
    }

    private static Optional<Coordinate> findFault(MultiPolygon outline) {
        IsValidOp validation = new IsValidOp(outline);
        if (!validation.isValid()) {
            return Optional.of(validation.getValidationError().getCoordinate());
        }
        return outline.getArea() == 0 ? Optional.of(outline.getCoordinate()) : Optional.empty();
    }

    private static Point point(Coordinate coordinate) {
        return new Point(coordinate.y, coordinate.x);
    }

    private static Point firstPosition(Place place) {
        return place.boundary().coordinates().stream()
                .flatMap(rings -> rings.stream())
                .flatMap(ring -> ring.stream())
                .findFirst()
                .map(position -> new Point(position.get(1), position.get(0)))
                .orElseGet(() -> new Point(0, 0));
    }
}
