package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.request.intake.imports.TimestampParser.InvalidTimeException;

class TimestampParserTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static Instant parse(String text) throws InvalidTimeException {
        return new TimestampParser(SHANGHAI, null).parse(text).instant();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T08:30:00+08:00",
                "2026/11/20 08:30:00+08",
                "2026-11-20T08:30:00+0800",
                "2026-11-20 00:30:00+00:00",
                "2026-11-20 00:30:00 +0000",
                "2026-11-20T00:30:00Z",
                "2026-11-20t00:30:00.000z",
                "2026-11-20 00:30:00.0000000 UTC",
                "2026-11-20 00:30 GMT",
                "20261120T003000Z",
                "2026-11-19T19:30:00-05:00",
                "2026-11-20T08:30:00+08:00[Asia/Shanghai]"
            })
    void timeWithOffsetIsReadInEveryUsualForm(String text) throws Exception {
        assertThat(parse(text)).isEqualTo("2026-11-20T00:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026/11/20 8:00,2026-11-20T00:00:00Z",
        "2026-11-20 08:00:00,2026-11-20T00:00:00Z",
        "2026年11月20日,2026-11-19T16:00:00Z",
        "2026年11月20日 8:05,2026-11-20T00:05:00Z",
        "2026年11月20日8时5分,2026-11-20T00:05:00Z",
        "2026年11月20日 8时05分30秒,2026-11-20T00:05:30Z",
        "2026年11月20日 下午3:05,2026-11-20T07:05:00Z",
        "2026/11/20 上午12:30,2026-11-19T16:30:00Z",
        "2026.11.20 08:00,2026-11-20T00:00:00Z",
        "20261120,2026-11-19T16:00:00Z",
        "20261120083000,2026-11-20T00:30:00Z",
        "2026 Nov 20 08:00:28 PM,2026-11-20T12:00:28Z",
    })
    void localTimeIsInGivenZone(String text, String expected) throws Exception {
        assertThat(parse(text)).isEqualTo(expected);
    }

    @Test
    void orderOfDayAndMonthIsSetByOption() throws Exception {
        assertThat(new TimestampParser(NEW_YORK, DateOrder.MONTH_FIRST)
                        .parse("11/12/2026 01:15:28 PM")
                        .instant())
                .isEqualTo("2026-11-12T18:15:28Z");
        assertThat(new TimestampParser(NEW_YORK, DateOrder.DAY_FIRST)
                        .parse("11/12/2026 13:15")
                        .instant())
                .isEqualTo("2026-12-11T18:15:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11/12/2026", "11/20/2026 08:00", "20.11.2026"})
    void dateWithUnknownOrderIsAmbiguous(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOfSatisfying(InvalidTimeException.class, e -> assertThat(e.isAmbiguous())
                        .isTrue());
    }

    @Test
    void summerTimeOfZoneApplies() throws Exception {
        TimestampParser parser = new TimestampParser(NEW_YORK, DateOrder.MONTH_FIRST);
        assertThat(parser.parse("07/01/2026 12:00:00 AM").instant()).isEqualTo("2026-07-01T04:00:00Z");
        assertThat(parser.parse("12/01/2026 12:00:00 AM").instant()).isEqualTo("2026-12-01T05:00:00Z");
    }

    @Test
    void dayWithoutTimeIsTold() throws Exception {
        TimestampParser parser = new TimestampParser(SHANGHAI, null);
        assertThat(parser.parse("2026/11/20").dateOnly()).isTrue();
        assertThat(parser.parse("2026/11/20 0:00").dateOnly()).isTrue();
        assertThat(parser.parse("2026/11/20 0:01").dateOnly()).isFalse();
        assertThat(parser.parse("2026-11-20T00:00:00+08:00").dateOnly()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-02-30",
                "2026-13-01",
                "2026-11-20T24:00:00",
                "2026-11-20 13:00 PM",
                "2026-11-20T08:30:00+25:00",
                "2026-11-2008:15",
                "2026-11/20",
                "26-11-20",
                "1796000000000",
                "1764547200",
                "45981.5",
                "2026-11-20 08:30 somewhere",
                "2026 Foo 20",
                "２０２６-11-20"
            })
    void otherTextIsNoTime(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOfSatisfying(InvalidTimeException.class, e -> assertThat(e.isAmbiguous())
                        .isFalse());
    }
}
