package org.yiqiao.support.territory;

import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Point;

/** Recognizes the point at latitude 0 and longitude 0, which programs write for a position that they do not know. */
public final class NullIsland {

    private NullIsland() {}

    /** Returns the point, or null for the point at 0,0. */
    public static @Nullable Point toNull(@Nullable Point point) {
        return point != null && point.lat() == 0 && point.lon() == 0 ? null : point;
    }
}
