package org.yiqiao.support.territory;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
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
