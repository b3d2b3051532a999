package org.yiqiao.support.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.yiqiao.support.territory.TestTerritory.box;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.yiqiao.contracts.Boundary;

class PolygonOverlayTest {

    private static final Geometry WEST = GeometryConverter.toGeometry(box(120, 30, 122, 32));
    private static final Geometry EAST = GeometryConverter.toGeometry(box(122, 30, 124, 32));
    private static final Geometry MIDDLE = GeometryConverter.toGeometry(box(121, 30, 123, 32));

    private static List<List<Double>> closed(List<List<Double>> positions) {
        return Stream.concat(positions.stream(), Stream.of(positions.getFirst()))
                .toList();
    }

    @Test
    void sharedEdgeIsNoCommonArea() {
        assertThat(PolygonOverlay.interiorsIntersect(WEST, EAST)).isFalse();
        assertThat(PolygonOverlay.interiorsIntersect(WEST, MIDDLE)).isTrue();
    }

    @Test
    void overlaysHaveExactAreas() {
        assertThat(PolygonOverlay.intersection(WEST, MIDDLE).getArea()).isEqualTo(2);
        assertThat(PolygonOverlay.difference(WEST, MIDDLE).getArea()).isEqualTo(2);
        assertThat(PolygonOverlay.union(List.of(WEST, EAST, MIDDLE)).getArea()).isEqualTo(8);
        assertThat(PolygonOverlay.covers(WEST, WEST)).isTrue();
        assertThat(PolygonOverlay.covers(WEST, MIDDLE)).isFalse();
    }

    @Test
    void unionIsConvertedToABoundary() {
        Boundary boundary = GeometryConverter.toBoundary(PolygonOverlay.union(List.of(WEST, EAST)));
        assertThat(GeometryConverter.toGeometry(boundary).getArea()).isEqualTo(8);
        assertThat(boundary.coordinates()).hasSize(1);
    }

    /** The classic overlay fails on this hole, which is narrower than the precision of its positions. */
    @Test
    void nearlyCoincidentOutlinesAreOverlaid() {
        Geometry holed = GeometryConverter.toGeometry(new Boundary(List.of(List.of(
                closed(List.of(
                        List.of(80.29749760019531, 13.101059466473844),
                        List.of(80.29810989423405, 13.10034487006833),
                        List.of(80.19225315882207, 12.957464045094769))),
                closed(List.of(
                        List.of(80.28181012179564, 13.078982896339436),
                        List.of(80.28180103083125, 13.079074926509236),
                        List.of(80.28181012179563, 13.078982896339495),
                        List.of(80.28175833654535, 13.078594312695987)))))));
        Geometry inner = GeometryConverter.toGeometry(new Boundary(List.of(List.of(closed(List.of(
                List.of(80.2817800045072, 13.079287781393491),
                List.of(80.28181012179563, 13.078982896339495),
                List.of(80.27375964252236, 13.090900116989053)))))));
        double shared = PolygonOverlay.intersection(inner, holed).getArea();
        double outside = PolygonOverlay.difference(inner, holed).getArea();
        assertThat(shared + outside).isCloseTo(inner.getArea(), within(1e-12));
    }
}
