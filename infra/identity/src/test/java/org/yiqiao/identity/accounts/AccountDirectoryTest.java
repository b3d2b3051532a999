package org.yiqiao.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountDirectoryTest {

    @Test
    void accountIsFoundByName() {
        AccountDirectory accounts = new AccountDirectory(Map.of("li", entry("id-1", "{bcrypt}x", "resident@*")), false);

        assertThat(accounts.findByName("li").map(Account::postClaimValues)).hasValue(List.of("resident@*"));
        assertThat(accounts.findByName("Li")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "li, none, {bcrypt}x, resident@*, it has no id.",
                "li, two words, {bcrypt}x, resident@*,"
                        + "'its id must be at most 200 visible ASCII characters, and not \"anonymous\".'",
                "li, id-1, plain, resident@*, 'its password must be encoded, for example {bcrypt}$2y$10$….'",
                "li, id-1, {noop}x, resident@*,"
                        + "an unencoded password is allowed only while server.address is a loopback address.",
                "li, id-1, {bcrypt}x, mayor@*, \"mayor@*\" is not a post.",
                "li li, id-1, {bcrypt}x, resident@*, 'its name must be at most 64 letters, digits, dots, dashes or"
                        + " underscores and start with a letter or digit.'"
            })
    void invalidAccountIsReportedWithTheReason(
            String name, @Nullable String id, String password, String post, String reason) {
        assertThatThrownBy(() -> new AccountDirectory(Map.of(name, entry(id, password, post)), false))
                .hasMessage("Account " + name + " is invalid: " + reason);
    }

    private static AccountProperties.Entry entry(@Nullable String id, String password, String post) {
        return new AccountProperties.Entry(id, password, List.of(post), Set.of(Account.Use.SIGN_IN));
    }
}
