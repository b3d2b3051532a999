package org.yiqiao.support.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.Service;

class ProblemMessagesTest {

    private final ProblemMessages messages = new ProblemMessages(Service.GRID_MANAGEMENT);

    @Test
    void aMessageIsInTheReadersLanguage() {
        assertThat(messages.of("version.stale", Map.of("version", 7L), Locale.ENGLISH))
                .isEqualTo("It has changed since you read it; its version is 7 now.");
        assertThat(messages.of("version.stale", Map.of("version", 7L), Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("数据在您读取之后已变更，当前版本为 7。");
    }

    @Test
    void everyOtherLanguageReadsEnglish() {
        assertThat(messages.of("http.not-found", Map.of(), Locale.FRENCH))
                .isEqualTo("There is nothing at this address.");
    }

    @Test
    void aDetailThatIsNotGivenIsADash() {
        assertThat(messages.of("subscriber.unknown", Map.of(), Locale.ENGLISH))
                .isEqualTo("There is no subscriber – in this service.");
    }

    @Test
    void aCodeWithoutAMessageIsItsOwn() {
        assertThat(messages.of("no.such-code", Map.of(), Locale.ENGLISH)).isEqualTo("no.such-code");
    }
}
