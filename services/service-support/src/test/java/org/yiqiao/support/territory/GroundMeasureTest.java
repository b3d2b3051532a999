package org.yiqiao.support.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.yiqiao.support.territory.TestTerritory.box;

import org.junit.jupiter.api.Test;

class GroundMeasureTest {

    /** At 30° north, a degree of latitude measures 110,852 m and a degree of longitude 96,486 m on WGS 84. */
    @Test
    void areaIsMeasuredInSquareMetres() {
        assertThat(GroundMeasure.squareMetres(GeometryConverter.toGeometry(box(120, 29.995, 120.01, 30.005))))
                .isCloseTo(Math.round(1108.52 * 964.86), within(50L));
    }

    @Test
    void smallestAreaMeasuresOneSquareMetre() {
        assertThat(GroundMeasure.squareMetres(GeometryConverter.toGeometry(box(120, 30, 120.000001, 30.000001))))
                .isEqualTo(1);
        assertThat(GroundMeasure.squareMetres(0, 30)).isZero();
    }
}
