package org.yiqiao.support.territory;

import java.util.Collection;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/**
 * Compares and combines valid polygons. Outlines drawn by hand are often nearly coincident, on which the classic
 * overlay of JTS fails with a {@link TopologyException}. This class uses OverlayNG and RelateNG, which tolerate such
 * outlines. If exact noding fails, the overlay is repeated on a grid of 1e-9 degrees (0.1 mm).
 */
public final class PolygonOverlay {

    private static final PrecisionModel GRID = new PrecisionModel(1e9);
    private static final String INTERIORS_INTERSECT = "T********";

    private PolygonOverlay() {}

    public static Geometry intersection(Geometry one, Geometry other) {
        return overlay(one, other, OverlayNG.INTERSECTION);
    }

    /** Returns the part of the first geometry outside the second. */
    public static Geometry difference(Geometry one, Geometry other) {
        return overlay(one, other, OverlayNG.DIFFERENCE);
    }

    public static Geometry union(Collection<? extends Geometry> geometries) {
        Geometry collection = new GeometryFactory().buildGeometry(geometries);
        try {
            return OverlayNGRobust.union(collection);
        } catch (TopologyException | IllegalArgumentException exactNodingFailed) {
            return UnaryUnionNG.union(collection, GRID);
        }
    }

    /** Returns whether the geometries share area; a common edge is not enough. */
    public static boolean interiorsIntersect(Geometry one, Geometry other) {
        return one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())
                && RelateNG.relate(one, other, INTERIORS_INTERSECT);
    }

    /** Returns whether the first geometry contains the second, edges included. */
    public static boolean covers(Geometry one, Geometry other) {
        return RelateNG.relate(one, other, RelatePredicate.covers());
    }

    private static Geometry overlay(Geometry one, Geometry other, int operation) {
        try {
            return OverlayNGRobust.overlay(one, other, operation);
        } catch (TopologyException | IllegalArgumentException exactNodingFailed) {
            return OverlayNG.overlay(one, other, operation, GRID);
        }
    }
}
