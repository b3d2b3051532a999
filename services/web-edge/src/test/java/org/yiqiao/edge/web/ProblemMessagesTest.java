package org.yiqiao.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.PlatformService;

class ProblemMessagesTest {

    private final ProblemMessages messages = new ProblemMessages(PlatformService.GRID_MANAGEMENT);

    @Test
    void messageUsesTheRequestedLanguage() {
        assertThat(messages.message("version.stale", Map.of("version", 7L), Locale.ENGLISH))
                .isEqualTo("The data has changed since you read it. Its version is now 7. "
                        + "Read it again and decide on that version.");
        assertThat(messages.message("version.stale", Map.of("version", 7L), Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("数据在您读取后已变更，当前版本为 7，请重新读取后再提交。");
    }

    @Test
    void otherLanguagesFallBackToEnglish() {
        assertThat(messages.message("http.not-found", Map.of(), Locale.FRENCH))
                .isEqualTo("There is no resource at this address. Check the path.");
    }

    @Test
    void missingDetailBecomesADash() {
        assertThat(messages.message("subscriber.unknown", Map.of(), Locale.ENGLISH))
                .isEqualTo("There is no subscriber – in this service. "
                        + "Check the name against the list of subscribers.");
    }

    @Test
    void placeholdersInTextOfTheCallerStay() {
        for (String field : List.of("{field}", "{allowed}", "a{field}b", "$1\\{", "{")) {
            assertThat(messages.message(
                            "json.unknown-field", Map.of("field", field, "allowed", List.of("a", "b")), Locale.ENGLISH))
                    .isEqualTo("There is no field \"" + field + "\". Allowed: a, b. Correct or remove it.");
        }
    }

    @Test
    void unknownCodeIsReturnedAsMessage() {
        assertThat(messages.message("no.such-code", Map.of(), Locale.ENGLISH)).isEqualTo("no.such-code");
    }
}
