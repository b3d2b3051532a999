package org.yiqiao.request.cases;

/**
 * The policy by which points belong to townships.
 *
 * @param maxDistanceMeters greatest distance of a point from its township, in meters; a point farther from every
 *     township is refused
 */
public record RoutingPolicy(double maxDistanceMeters) {

    /** A limit of 20 km: wide enough for a point on the edge of a township, too narrow for a wrong coordinate. */
    public static final RoutingPolicy DEFAULT = new RoutingPolicy(20_000);

    public RoutingPolicy {
        if (!(maxDistanceMeters >= 0)) {
            throw new IllegalArgumentException("The greatest distance is negative: " + maxDistanceMeters);
        }
    }
}
