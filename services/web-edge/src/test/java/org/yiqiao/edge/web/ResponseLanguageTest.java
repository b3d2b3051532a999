package org.yiqiao.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ResponseLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN|zh",
                "zh-Hans-CN, en;q=0.5|zh",
                "fr, zh;q=0.8|zh",
                "en-GB, zh;q=0.9|en",
                "fr|en",
                "*|en",
                ";=|en"
            })
    void firstSupportedLanguageOfTheClientIsSelected(String accepted, String language) {
        assertThat(languageOf(accepted)).isEqualTo(Locale.of(language));
    }

    @Test
    void languageOfTheMachineHasNoInfluence() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            assertThat(ResponseLanguage.of(new MockHttpServletRequest())).isEqualTo(Locale.ENGLISH);
        } finally {
            Locale.setDefault(machine);
        }
    }

    private static Locale languageOf(String accepted) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", accepted);
        return ResponseLanguage.of(request);
    }
}
