package org.yiqiao.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.yiqiao.contracts.Role;

class DemoAccountsTest {

    private static final String CHIEF = "yiqiao.identity.accounts.grid-chief.";

    @TempDir
    private Path folder;

    @Test
    void loopbackAccountsShareTheKnownPassword() {
        DemoAccounts accounts = new DemoAccounts(folder, true);

        assertThat(accounts.identityProperties()).containsEntry(CHIEF + "password", "{noop}demo-town");
        assertThat(accounts.consoleTable()).contains("demo-town");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void publicAccountsHaveIndividualPersistentPasswords() throws IOException {
        Map<String, String> settings = new DemoAccounts(folder, false).identityProperties();
        DemoAccounts again = new DemoAccounts(folder, false);

        assertThat(settings.values()).noneMatch(value -> value.contains("demo-town"));
        assertThat(PasswordEncoderFactories.createDelegatingPasswordEncoder()
                        .matches(
                                again.passwordOf("grid-chief"),
                                Objects.requireNonNull(settings.get(CHIEF + "password"))))
                .isTrue();
        assertThat(again.passwordOf("grid-chief"))
                .hasSizeGreaterThanOrEqualTo(20)
                .isNotEqualTo(again.passwordOf("chief-4-1"));
        assertThat(again.consoleTable()).contains(again.passwordOf("auditor"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("demo-accounts.txt"))))
                .isEqualTo("rw-------");
    }

    @Test
    void everyRoleAndEveryGridChiefHasAnAccount() {
        Map<String, String> settings = new DemoAccounts(folder, true).identityProperties();

        for (Role role : Role.values()) {
            assertThat(settings.get("yiqiao.identity.accounts." + role.wireName() + ".posts"))
                    .startsWith(role.wireName() + "@");
        }
        assertThat(settings)
                .containsEntry(CHIEF + "id", "chief-4-1")
                .containsEntry(CHIEF + "posts", "grid-chief@330109106004001")
                .containsEntry("yiqiao.identity.accounts.chief-2-6.posts", "grid-chief@330109106002006")
                .containsEntry("yiqiao.identity.accounts.chief-2-6.id", "chief-2-6");
        assertThat(List.of("operator-1", "resident-1", "chief-1-1"))
                .allMatch(id -> new DemoAccounts(folder, true).nameOf(id).isPresent());
    }
}
