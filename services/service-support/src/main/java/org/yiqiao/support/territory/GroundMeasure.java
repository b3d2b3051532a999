package org.yiqiao.support.territory;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Measures geometries of degrees on the ground. The length of a degree is that of WGS 84 at the middle latitude of the
 * geometry. For an area of the size of a township, the error is under one percent.
 */
public final class GroundMeasure {

    private static final double SEMI_MAJOR_AXIS = 6_378_137;
    private static final double ECCENTRICITY_SQUARED = 0.00669437999014;

    private GroundMeasure() {}

    /** Returns the area in square metres, rounded; an area that is not empty measures at least one. */
    public static long squareMetres(Geometry geometry) {
        Envelope extent = geometry.getEnvelopeInternal();
        return extent.isNull() ? 0 : squareMetres(geometry.getArea(), extent.centre().y);
    }

    /**
     * Returns the area in square metres, rounded; an area above zero measures at least one.
     *
     * @param squareDegrees area in square degrees
     * @param latitude middle latitude in degrees
     */
    public static long squareMetres(double squareDegrees, double latitude) {
        double sine = Math.sin(Math.toRadians(latitude));
        double squash = 1 - ECCENTRICITY_SQUARED * sine * sine;
        double radiusEast = SEMI_MAJOR_AXIS / Math.sqrt(squash);
        double radiusNorth = radiusEast * (1 - ECCENTRICITY_SQUARED) / squash;
        double degree = Math.toRadians(1);
        double metres = squareDegrees * degree * degree * radiusNorth * radiusEast * Math.cos(Math.toRadians(latitude));
        return squareDegrees > 0 ? Math.max(1, Math.round(metres)) : 0;
    }
}
