package org.yiqiao.edge.web;

import org.yiqiao.contracts.PointOutOfRangeException;
import org.yiqiao.core.decider.Rejection;

/** Tells why a point cannot exist: its coordinates are exchanged, or out of range. */
final class PointProblem {

    private static final double MAX_LATITUDE = 90;
    private static final double MAX_LONGITUDE = 180;

    private PointProblem() {}

    /**
     * Returns the rejection. A latitude such as 120.17 with a longitude such as 30.06 is a position in China with its
     * coordinates exchanged. The rejection names the wrong coordinate, but not its value, which can show a home.
     */
    static Rejection rejection(PointOutOfRangeException point) {
        double lat = Math.abs(point.lat());
        double lon = Math.abs(point.lon());
        if (lat > MAX_LATITUDE && lat <= MAX_LONGITUDE && lon <= MAX_LATITUDE) {
            return Rejection.invalid("point.coordinates-swapped");
        }
        return Rejection.invalid("point.out-of-range").withDetail("coordinate", lat <= MAX_LATITUDE ? "long" : "lat");
    }
}
