package org.yiqiao.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

    @ParameterizedTest
    @CsvSource({
        "UTF-8''%E6%A0%B8%E6%9F%A5, 核查",
        "utf-8'zh-CN'%e6%a0%b8%e6%9f%a5-7, 核查-7",
        "UTF-8''home%20visit, home visit",
        "UTF-8'', ''"
    })
    void extendedValueIsDecoded(String value, String text) {
        assertThat(HeaderText.decode(value)).isEqualTo(text);
    }

    @Test
    void bytesOfUtf8AreDecoded() {
        String received = new String("入户走访 12".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(HeaderText.decode(received)).isEqualTo("入户走访 12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "home visit, case 4f8c",
                "100%",
                "UTF-8",
                "UTF-8''%",
                "UTF-8''%E6",
                "UTF-8''%zz",
                "UTF-8''a b",
                "GBK''%BA%CB",
                "\u00e9",
                "\ud83d",
                ""
            })
    void otherValueStaysUnchanged(String value) {
        assertThat(HeaderText.decode(value)).isEqualTo(value);
    }
}
