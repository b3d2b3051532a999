package org.yiqiao.support.territory;

/**
 * Calculates distances on a sphere by the haversine formula. They differ from the distances on the ellipsoid of WGS 84
 * by less than 0.6 percent.
 */
final class GreatCircle {

    /** The mean radius of the earth (IUGG R1). */
    private static final double EARTH_RADIUS_METERS = 6_371_008.8;

    private GreatCircle() {}

    /** Returns the distance between two positions, given in degrees. */
    static double distanceInMeters(double latitude1, double longitude1, double latitude2, double longitude2) {
        double halfLatitude = Math.toRadians(latitude2 - latitude1) / 2;
        double halfLongitude = Math.toRadians(longitude2 - longitude1) / 2;
        double haversine = square(Math.sin(halfLatitude))
                + Math.cos(Math.toRadians(latitude1))
                        * Math.cos(Math.toRadians(latitude2))
                        * square(Math.sin(halfLongitude));
        return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }

    private static double square(double value) {
        return value * value;
    }
}
