package org.yiqiao.grid.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** Measures how much of an outline a crossing of its own line concerns. */
final class CrossedRing {

    /** Distance in degrees up to which a line passes through a position; about a tenth of a millimetre. */
    private static final double SAME_POSITION = 1e-9;

    private CrossedRing() {}

    /**
     * Returns the area of the smallest loop that begins and ends at a position, in square degrees. If no ring passes
     * through the position twice, returns the area of the smallest ring through it, or zero without such a ring.
     */
    static double smallestLoopArea(Geometry outline, Coordinate crossing) {
        double smallest = Double.MAX_VALUE;
        for (Object line : LinearComponentExtracter.getLines(outline)) {
            Coordinate[] ring = ((Geometry) line).getCoordinates();
            List<Integer> passes = passes(ring, crossing);
            for (int pass = 1; pass < passes.size(); pass++) {
                double loop = loopArea(ring, passes.get(pass - 1), passes.get(pass), crossing);
                if (loop > 0) {
                    smallest = Math.min(smallest, loop);
                }
            }
            if (!passes.isEmpty()) {
                smallest = Math.min(smallest, remainder(ring, passes, crossing));
            }
        }
        return smallest == Double.MAX_VALUE ? 0 : smallest;
    }

    /** Returns the numbers of the segments that pass through the position. */
    private static List<Integer> passes(Coordinate[] ring, Coordinate crossing) {
        List<Integer> passes = new ArrayList<>();
        for (int segment = 0; segment + 1 < ring.length; segment++) {
            if (Distance.pointToSegment(crossing, ring[segment], ring[segment + 1]) < SAME_POSITION) {
                passes.add(segment);
            }
        }
        return passes;
    }

    /** Returns the area of the loop that leaves the position on one segment and returns to it on a later one. */
    private static double loopArea(Coordinate[] ring, int from, int to, Coordinate crossing) {
        List<Coordinate> loop = new ArrayList<>(List.of(crossing));
        loop.addAll(Arrays.asList(ring).subList(from + 1, to + 1));
        loop.add(crossing);
        return Area.ofRing(loop.toArray(Coordinate[]::new));
    }

    /** Returns the area of the loop over the start of the ring; the whole ring if the line passes only once. */
    private static double remainder(Coordinate[] ring, List<Integer> passes, Coordinate crossing) {
        List<Coordinate> loop = new ArrayList<>(List.of(crossing));
        loop.addAll(Arrays.asList(ring).subList(passes.getLast() + 1, ring.length));
        loop.addAll(Arrays.asList(ring).subList(1, passes.getFirst() + 1));
        loop.add(crossing);
        double area = Area.ofRing(loop.toArray(Coordinate[]::new));
        return area > 0 ? area : Area.ofRing(ring);
    }
}
