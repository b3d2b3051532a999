package org.yiqiao.support.territory;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.Point;

/** The boundary of a place, prepared for many lookups. */
record PlaceOutline(Place place, MultiPolygon polygons, PreparedGeometry prepared) {

    static PlaceOutline of(Place place) {
        MultiPolygon polygons = GeometryConverter.toGeometry(place.boundary());
        return new PlaceOutline(place, polygons, PreparedGeometryFactory.prepare(polygons));
    }

    Envelope envelope() {
        return polygons.getEnvelopeInternal();
    }

    /** Returns whether the place contains the position; its edge belongs to it. */
    boolean covers(Geometry position) {
        return prepared.covers(position);
    }

    /**
     * Returns the great-circle distance from a point to the place, in meters; 0 inside the place. The nearest point of
     * the boundary is found on a plane around the point, so a distance of more than some 100 km is an upper bound.
     */
    double distanceInMeters(Point point) {
        if (covers(GeometryConverter.toGeometry(point))) {
            return 0;
        }
        NearestPosition nearest = new NearestPosition(point);
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) polygons.getGeometryN(i);
            addRing(nearest, polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                addRing(nearest, polygon.getInteriorRingN(hole));
            }
        }
        return nearest.distanceInMeters();
    }

    private static void addRing(NearestPosition nearest, LinearRing ring) {
        CoordinateSequence positions = ring.getCoordinateSequence();
        for (int i = 1; i < positions.size(); i++) {
            nearest.addSegment(positions.getX(i - 1), positions.getY(i - 1), positions.getX(i), positions.getY(i));
        }
    }
}
