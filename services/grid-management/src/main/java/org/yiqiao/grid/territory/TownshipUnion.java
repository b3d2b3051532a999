package org.yiqiao.grid.territory;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.support.territory.GeometryConverter;
import org.yiqiao.support.territory.PolygonOverlay;

/** Creates a township from its communities. */
final class TownshipUnion {

    private static final GeometryFactory GEOMETRY_FACTORY = new GeometryFactory();

    private TownshipUnion() {}

    /**
     * Returns a township with the union of the outlines as its boundary. A hole smaller than the tolerance for the
     * smallest outline is a gap between two outlines drawn by hand, and is filled.
     */
    static Place create(String code, String name, List<Geometry> communities) {
        double smallest =
                communities.stream().mapToDouble(Geometry::getArea).min().orElse(0);
        Geometry union = PolygonOverlay.union(communities);
        Polygon[] polygons = GeometryConverter.toPolygons(union).stream()
                .map(polygon -> withoutHoles(polygon, TerritoryValidator.TOLERANCE * smallest))
                .toArray(Polygon[]::new);
        return new Place(
                TerritoryLevel.TOWNSHIP,
                code,
                name,
                null,
                null,
                GeometryConverter.toBoundary(GEOMETRY_FACTORY.createMultiPolygon(polygons)));
    }

    private static Polygon withoutHoles(Polygon polygon, double maxArea) {
        LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
        int kept = 0;
        for (int hole = 0; hole < holes.length; hole++) {
            LinearRing ring = polygon.getInteriorRingN(hole);
            if (GEOMETRY_FACTORY.createPolygon(ring).getArea() > maxArea) {
                holes[kept++] = ring;
            }
        }
        return GEOMETRY_FACTORY.createPolygon(polygon.getExteriorRing(), Arrays.copyOf(holes, kept));
    }
}
