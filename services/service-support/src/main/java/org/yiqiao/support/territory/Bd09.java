package org.yiqiao.support.territory;

/** The public formula of the offset of BD-09 from GCJ-02. */
final class Bd09 {

    private static final double FREQUENCY = Math.PI * 3000 / 180;

    private Bd09() {}

    static Degrees offset(Degrees gcj02) {
        double radius = Math.hypot(gcj02.lon(), gcj02.lat()) + 0.00002 * Math.sin(gcj02.lat() * FREQUENCY);
        double angle = Math.atan2(gcj02.lat(), gcj02.lon()) + 0.000003 * Math.cos(gcj02.lon() * FREQUENCY);
        return new Degrees(radius * Math.sin(angle) + 0.006, radius * Math.cos(angle) + 0.0065);
    }
}
