package org.yiqiao.contracts;

/** Coordinates in degrees that are no position, such as a latitude of 120. */
public final class PointOutOfRangeException extends IllegalArgumentException {

    private final double lat;
    private final double lon;

    public PointOutOfRangeException(double lat, double lon) {
        super("Position out of range: lat " + lat + ", long " + lon);
        this.lat = lat;
        this.lon = lon;
    }

    public double lat() {
        return lat;
    }

    public double lon() {
        return lon;
    }
}
