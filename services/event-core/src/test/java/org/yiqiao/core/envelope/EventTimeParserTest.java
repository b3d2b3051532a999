package org.yiqiao.core.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T08:05:09Z",
                "2024-02-29T23:59:59.1Z",
                "1969-12-31T00:00:00.000001Z",
                "2026-11-25T18:06:03.479264543Z"
            })
    void standardFormatBypassesGeneralParser(String text) {
        assertThat(EventTimeParser.parse(text, EventTimeParserTest::failOnFallback))
                .isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2026-01-31T08:05:09.Z",
                "2026-01-31T08:05:09+08:00",
                "+12026-01-31T08:05:09Z"
            })
    void otherFormatsUseGeneralParser(String text) {
        assertThat(EventTimeParser.parse(text, Instant::parse)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "today",
                "2026-02-30T08:05:09Z",
                "2026-01-31T08:05:09",
                "2026-01-31 08:05:09Z",
                "2026-01-31T08:05:09.1234567891Z",
                "2026-01-31T08:05:-9Z"
            })
    void invalidTimeIsRejected(String text) {
        assertThatThrownBy(() -> EventTimeParser.parse(text, Instant::parse)).isInstanceOf(DateTimeException.class);
    }

    private static Instant failOnFallback(String text) {
        throw new AssertionError(text + " was passed to the general parser");
    }
}
