package org.yiqiao.support.territory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.yiqiao.contracts.Point;

/**
 * A datum of Chinese maps: WGS 84, GCJ-02 (AMap, Tencent) or BD-09 (Baidu). The conversion to WGS 84 inverts the public
 * formulas by iteration, to 1e-10 degrees (0.01 mm). The formulas themselves agree with the services of AMap and Baidu
 * to about a metre. Points outside China are the same in WGS 84 and GCJ-02.
 */
public enum MapDatum {
    WGS84 {
        @Override
        Degrees fromWgs84(Degrees point) {
            return point;
        }
    },
    GCJ02 {
        @Override
        Degrees fromWgs84(Degrees point) {
            return Gcj02.offset(point);
        }
    },
    BD09 {
        @Override
        Degrees fromWgs84(Degrees point) {
            return Bd09.offset(Gcj02.offset(point));
        }
    };

    private static final double PRECISION = 1e-10;
    private static final int MAX_STEPS = 30;

    /** Returns the datum of this name in any case, with or without dashes and underscores. */
    public static Optional<MapDatum> parse(String name) {
        String plain = name.toUpperCase(Locale.ROOT).replaceAll("[-_ ]", "");
        return Arrays.stream(values())
                .filter(datum -> datum.name().equals(plain))
                .findFirst();
    }

    abstract Degrees fromWgs84(Degrees point);

    /** Returns the point in WGS 84. */
    public Point toWgs84(Point point) {
        if (this == WGS84) {
            return point;
        }
        Degrees estimate = new Degrees(point.lat(), point.lon());
        for (int step = 0; step < MAX_STEPS; step++) {
            Degrees reached = fromWgs84(estimate);
            double latError = point.lat() - reached.lat();
            double lonError = point.lon() - reached.lon();
            estimate = new Degrees(estimate.lat() + latError, estimate.lon() + lonError);
            if (Math.abs(latError) < PRECISION && Math.abs(lonError) < PRECISION) {
                break;
            }
        }
        return new Point(Math.clamp(estimate.lat(), -90, 90), Math.clamp(estimate.lon(), -180, 180));
    }
}
