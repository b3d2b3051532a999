package org.yiqiao.support.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.yiqiao.contracts.Boundary;
import org.yiqiao.contracts.Point;

/** Converts boundaries and points to JTS geometry: x is longitude and y is latitude, in degrees. */
public final class GeometryConverter {

    private static final GeometryFactory GEOMETRY_FACTORY = new GeometryFactory();

    private GeometryConverter() {}

    /** @throws IllegalArgumentException if a ring is not closed or has fewer than four positions */
    public static MultiPolygon toGeometry(Boundary boundary) {
        return GEOMETRY_FACTORY.createMultiPolygon(boundary.coordinates().stream()
                .map(GeometryConverter::toPolygon)
                .toArray(Polygon[]::new));
    }

    public static org.locationtech.jts.geom.Point toGeometry(Point point) {
        return GEOMETRY_FACTORY.createPoint(new Coordinate(point.lon(), point.lat()));
    }

    /**
     * Returns a position inside a geometry that is not empty. A sliver that is narrower than the precision of its
     * positions has none; one of its corners is returned.
     */
    public static Point positionIn(Geometry geometry) {
        Coordinate inside = geometry.getInteriorPoint().getCoordinate();
        Coordinate position = inside == null ? geometry.getCoordinate() : inside;
        return new Point(position.y, position.x);
    }

    /** Returns the polygons of a geometry that are not empty; other parts are left out. */
    public static List<Polygon> toPolygons(Geometry geometry) {
        return IntStream.range(0, geometry.getNumGeometries())
                .mapToObj(geometry::getGeometryN)
                .filter(part -> !part.isEmpty())
                .filter(Polygon.class::isInstance)
                .map(Polygon.class::cast)
                .toList();
    }

    /** Returns the polygons of a geometry as a boundary; other parts are left out. */
    public static Boundary toBoundary(Geometry geometry) {
        return new Boundary(
                toPolygons(geometry).stream().map(GeometryConverter::rings).toList());
    }

    private static List<List<List<Double>>> rings(Polygon polygon) {
        return Stream.concat(
                        Stream.of(polygon.getExteriorRing()),
                        IntStream.range(0, polygon.getNumInteriorRing()).mapToObj(polygon::getInteriorRingN))
                .map(ring -> Arrays.stream(ring.getCoordinates())
                        .map(position -> List.of(position.x, position.y))
                        .toList())
                .toList();
    }

    private static Polygon toPolygon(List<List<List<Double>>> rings) {
        List<LinearRing> linear = new ArrayList<>();
        for (List<List<Double>> ring : rings) {
            linear.add(GEOMETRY_FACTORY.createLinearRing(ring.stream()
                    .map(position -> new Coordinate(position.get(0), position.get(1)))
                    .toArray(Coordinate[]::new)));
        }
        return GEOMETRY_FACTORY.createPolygon(
                linear.getFirst(), linear.subList(1, linear.size()).toArray(LinearRing[]::new));
    }
}
