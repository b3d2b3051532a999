package org.yiqiao.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.convert.ConversionException;
import org.springframework.format.support.DefaultFormattingConversionService;

class StrictParameterConfigurerTest {

    private final DefaultFormattingConversionService conversion = new DefaultFormattingConversionService();

    StrictParameterConfigurerTest() {
        new StrictParameterConfigurer().addFormatters(conversion);
    }

    @Test
    void decimalIntegersAndTimesAreAccepted() {
        assertThat(conversion.convert("50", int.class)).isEqualTo(50);
        assertThat(conversion.convert("-1", long.class)).isEqualTo(-1L);
        assertThat(conversion.convert("2026-11-29T10:30:00+08:00", Instant.class))
                .isEqualTo("2026-11-29T02:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0x32", "#32", "0X32", " 50", "5 0", "50d", "5e1", "50.0", "+50", "５０", "99999999999999999999"})
    void lenientIntegersAreRejected(String text) {
        assertThatThrownBy(() -> conversion.convert(text, int.class)).isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> conversion.convert(text, long.class)).isInstanceOf(ConversionException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1796000000000", "0", "2026-11-29", "Sun, 29 Nov 2026 10:30:00 GMT"})
    void numberOrDateIsNoTime(String text) {
        assertThatThrownBy(() -> conversion.convert(text, Instant.class)).isInstanceOf(ConversionException.class);
    }
}
