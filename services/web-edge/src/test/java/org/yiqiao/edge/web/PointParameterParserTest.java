package org.yiqiao.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.Point;
import org.yiqiao.core.decider.Rejection;

class PointParameterParserTest {

    @Test
    void latitudePrecedesLongitude() {
        assertThat(PointParameterParser.parse("30.07,120.17")).isEqualTo(new Point(30.07, 120.17));
        assertThat(PointParameterParser.parse("-30,-120.5")).isEqualTo(new Point(-30, -120.5));
    }

    @Test
    void polesAndDateLineAreAccepted() {
        assertThat(PointParameterParser.parse("90,180")).isEqualTo(new Point(90, 180));
        assertThat(PointParameterParser.parse("-90,-180.0")).isEqualTo(new Point(-90, -180));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "30.07",
                "30.07,",
                ",120.17",
                "30.07,120.17,4",
                "30.07, 120.17",
                "30.07;120.17",
                "1e1,120",
                "30.,120",
                ".5,120",
                "+30,120",
                "NaN,NaN",
                "30.0655d,120",
                "30.0655f,120",
                "0x1E,0x78",
                "٣٠,120",
                "0x1p3,120"
            })
    void malformedPointIsRejected(String text) {
        assertThatThrownBy(() -> PointParameterParser.parse(text))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        rejected -> assertThat(rejected.rejection().code()).isEqualTo("point.malformed"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "90.1,120|point.out-of-range",
                "-91,120|point.out-of-range",
                "30,180.1|point.out-of-range",
                "30,-181|point.out-of-range",
                "120.17,30.07|point.coordinates-swapped",
                "-120,-30|point.coordinates-swapped"
            })
    void pointOutOfRangeIsRefused(String text, String code) {
        assertThatThrownBy(() -> PointParameterParser.parse(text))
                .isInstanceOfSatisfying(RejectedException.class, rejected -> {
                    assertThat(rejected.rejection().code()).isEqualTo(code);
                    assertThat(rejected.rejection().reason()).isEqualTo(Rejection.Reason.INVALID);
                });
    }
}
