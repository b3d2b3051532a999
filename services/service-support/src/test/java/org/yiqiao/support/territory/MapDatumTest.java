package org.yiqiao.support.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.yiqiao.support.territory.TestTerritory.pointAt;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.Point;

class MapDatumTest {

    /** About a millimetre. */
    private static final Offset<Double> EXACT = within(1e-8);

    /** About a metre. */
    private static final Offset<Double> METRE = within(1e-5);

    private static void assertClose(Point actual, double lon, double lat, Offset<Double> tolerance) {
        assertThat(actual.lon()).isCloseTo(lon, tolerance);
        assertThat(actual.lat()).isCloseTo(lat, tolerance);
    }

    /** Control points that independent implementations of the formula share. */
    @ParameterizedTest
    @CsvSource({
        "121.531541859215, 31.17530398364597, 121.5272106, 31.1774276",
        "113.9171764808363, 22.540796131694766, 113.912316, 22.543847",
        "116.38404722455657, 39.91334545536069, 116.377817, 39.911954",
        "116.41024449916938, 39.91640428150164, 116.404, 39.915"
    })
    void gcj02IsConverted(double lon, double lat, double wgsLon, double wgsLat) {
        assertClose(MapDatum.GCJ02.toWgs84(pointAt(lon, lat)), wgsLon, wgsLat, EXACT);
    }

    /** Points that the conversion services of AMap and Baidu have answered. */
    @ParameterizedTest
    @CsvSource({
        "GCJ02, 116.487585177952, 39.991754014757, 116.481499, 39.990475",
        "GCJ02, 116.487585177952, 39.991653917101, 116.481499, 39.990375",
        "BD09, 114.23075654746, 29.579087603387, 114.21892734521, 29.575429778924"
    })
    void conversionAgreesWithMapServicesToAMetre(MapDatum datum, double lon, double lat, double wgsLon, double wgsLat) {
        assertClose(datum.toWgs84(pointAt(lon, lat)), wgsLon, wgsLat, METRE);
    }

    /** The first point is from an independent implementation: its GCJ-02 position is 116.404, 39.915. */
    @Test
    void bd09IsConverted() {
        Point gcj02 = pointAt(116.404, 39.915);
        Point wgs84 = MapDatum.GCJ02.toWgs84(gcj02);
        assertClose(
                MapDatum.BD09.toWgs84(pointAt(116.41036949371029, 39.92133699351021)), wgs84.lon(), wgs84.lat(), EXACT);
    }

    @Test
    void conversionInvertsTheOffsetEverywhereInChina() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            Point point = pointAt(random.nextDouble(73.7, 135), random.nextDouble(18, 53.5));
            for (MapDatum datum : MapDatum.values()) {
                Degrees offset = datum.fromWgs84(new Degrees(point.lat(), point.lon()));
                assertThat(datum.toWgs84(pointAt(offset.lon(), offset.lat())))
                        .as("%s of %s, seed %d", datum, point, seed)
                        .satisfies(back -> assertClose(back, point.lon(), point.lat(), within(1e-9)));
            }
        }
    }

    @Test
    void gcj02OutsideChinaIsWgs84() {
        assertThat(MapDatum.GCJ02.toWgs84(pointAt(-71.06, 42.36))).isEqualTo(pointAt(-71.06, 42.36));
    }

    @Test
    void everyPositionOnEarthIsConverted() {
        for (double lon : new double[] {-180, -0.001, 0, 72.004, 105, 137.8347, 180}) {
            for (double lat : new double[] {-90, 0, 0.8293, 35, 55.8271, 90}) {
                for (MapDatum datum : MapDatum.values()) {
                    assertThat(datum.toWgs84(pointAt(lon, lat)).lat()).isCloseTo(lat, within(0.02));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gcj02", "GCJ-02", "gcj_02"})
    void nameIsReadInAnyUsualForm(String name) {
        assertThat(MapDatum.parse(name)).contains(MapDatum.GCJ02);
        assertThat(MapDatum.parse("nad27")).isEmpty();
    }
}
