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
                "li, two words, {bcrypt}x, resident@*, 'its id has to be visible characters of ASCII, at most 200.'",
                "li, id-1, plain, resident@*, 'its password has to be encoded, such as {bcrypt}$2y$10$….'",
                "li, id-1, {noop}x, resident@*, a password that is not encoded is good only while server.address is a loopback address.",
                "li, id-1, {bcrypt}x, mayor@*, \"mayor@*\" is no post.",
                "li li, id-1, {bcrypt}x, resident@*, 'its name has to be letters, digits, dots, dashes or underscores, at most 64.'"
            })
    void invalidAccountIsReportedWithTheReason(
            String name, @Nullable String id, String password, String post, String reason) {
        assertThatThrownBy(() -> new AccountDirectory(Map.of(name, entry(id, password, post)), false))
                .hasMessage("The account " + name + " cannot be used: " + reason);
    }

    private static AccountProperties.Entry entry(@Nullable String id, String password, String post) {
        return new AccountProperties.Entry(id, password, List.of(post), Set.of(Account.Use.SIGN_IN));
    }
}
