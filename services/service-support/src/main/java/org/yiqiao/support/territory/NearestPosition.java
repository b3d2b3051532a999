package org.yiqiao.support.territory;

import org.yiqiao.contracts.Point;

/** Finds the position on some line segments that is nearest to a point. Lengths on its plane are in degrees. */
final class NearestPosition {

    private final Point point;
    private final double longitudeScale;
    private double smallestSquare = Double.POSITIVE_INFINITY;
    private double longitude = Double.NaN;
    private double latitude = Double.NaN;

    NearestPosition(Point point) {
        this.point = point;
        this.longitudeScale = Math.cos(Math.toRadians(point.lat()));
    }

    /** Adds the segment between two positions, given by longitude and latitude in degrees. */
    void addSegment(double startLongitude, double startLatitude, double endLongitude, double endLatitude) {
        double startX = (startLongitude - point.lon()) * longitudeScale;
        double startY = startLatitude - point.lat();
        double deltaX = (endLongitude - startLongitude) * longitudeScale;
        double deltaY = endLatitude - startLatitude;
        double squaredLength = deltaX * deltaX + deltaY * deltaY;
        double fraction =
                squaredLength == 0 ? 0 : Math.clamp(-(startX * deltaX + startY * deltaY) / squaredLength, 0.0, 1.0);
        double x = startX + fraction * deltaX;
        double y = startY + fraction * deltaY;
        if (x * x + y * y < smallestSquare) {
            smallestSquare = x * x + y * y;
            longitude = startLongitude + fraction * (endLongitude - startLongitude);
            latitude = startLatitude + fraction * (endLatitude - startLatitude);
        }
    }

    /** Returns the great-circle distance from the point to the nearest position of all added segments. */
    double distanceInMeters() {
        return GreatCircle.distanceInMeters(point.lat(), point.lon(), latitude, longitude);
    }
}
