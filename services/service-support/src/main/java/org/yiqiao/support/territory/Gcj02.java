package org.yiqiao.support.territory;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toRadians;

/** The public formula of the offset of GCJ-02 from WGS 84, on the ellipsoid of Krasovsky 1940. */
final class Gcj02 {

    private static final double SEMI_MAJOR_AXIS = 6_378_245;
    private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;

    private Gcj02() {}

    /** Converts from WGS 84; returns a point outside China unchanged. */
    static Degrees offset(Degrees wgs84) {
        if (!isInChina(wgs84)) {
            return wgs84;
        }
        double x = wgs84.lon() - 105;
        double y = wgs84.lat() - 35;
        double latitude = toRadians(wgs84.lat());
        double squash = 1 - ECCENTRICITY_SQUARED * sin(latitude) * sin(latitude);
        double metresNorth = -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * sqrt(abs(x))
                + wave(6, x, 20)
                + wave(2, x, 20)
                + wave(1, y, 20)
                + wave(1.0 / 3, y, 40)
                + wave(1.0 / 12, y, 160)
                + wave(1.0 / 30, y, 320);
        double metresEast = 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * sqrt(abs(x))
                + wave(6, x, 20)
                + wave(2, x, 20)
                + wave(1, x, 20)
                + wave(1.0 / 3, x, 40)
                + wave(1.0 / 12, x, 150)
                + wave(1.0 / 30, x, 300);
        double degreeNorth = toRadians(SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (squash * sqrt(squash)));
        double degreeEast = toRadians(SEMI_MAJOR_AXIS / sqrt(squash) * cos(latitude));
        return new Degrees(wgs84.lat() + metresNorth / degreeNorth, wgs84.lon() + metresEast / degreeEast);
    }

    /** @param frequency in half turns for each degree */
    private static double wave(double frequency, double degrees, double amplitude) {
        return amplitude * sin(frequency * degrees * PI) * 2 / 3;
    }

    private static boolean isInChina(Degrees point) {
        return point.lon() >= 72.004 && point.lon() <= 137.8347 && point.lat() >= 0.8293 && point.lat() <= 55.8271;
    }
}
