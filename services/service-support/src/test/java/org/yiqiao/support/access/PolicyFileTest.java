package org.yiqiao.support.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.Role;

class PolicyFileTest {

    private static final String HEADER =
            "operation," + Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(",")) + ",api-key";
    private static final int COLUMNS = Role.values().length + 1;

    @Test
    void thePlatformsTableCanBeRead() {
        assertThat(Policy.ofThePlatform().grant("case.close", Role.COMMUNITY_WORKER))
                .contains(Grant.SCOPE);
        assertThat(Policy.ofThePlatform().grant("case.close", Role.ADMINISTRATOR))
                .isEmpty();
    }

    @Test
    void everyOperationIsForSomebody() {
        Policy policy = Policy.ofThePlatform();
        assertThat(policy.operations()).allMatch(operation -> Arrays.stream(Role.values())
                .anyMatch(role -> policy.grant(operation, role).isPresent()));
    }

    @Test
    void whoOnlyReadsChangesNothing() {
        Policy policy = Policy.ofThePlatform();
        for (Role role : new Role[] {Role.AUDITOR, Role.TOWN_LEADER}) {
            assertThat(policy.operations().stream()
                            .filter(operation -> policy.grant(operation, role).isPresent()))
                    .allMatch(operation -> operation.matches(".*\\.(read|list|locate|follow|export)|audit\\.verify"));
        }
    }

    @Test
    void aKeySubmitsAndReadsAndNothingElse() {
        Policy policy = Policy.ofThePlatform();
        assertThat(policy.operations().stream().filter(policy::isOpenToKeys))
                .containsExactly("case.submit", "case.read", "case.list");
    }

    @Test
    void whatIsWrongIsSaidByLineAndColumn() {
        assertThatThrownBy(() -> read("case.read,may" + ",".repeat(COLUMNS - 1)))
                .hasMessageContainingAll("line 2", "resident", "\"may\"");
        assertThatThrownBy(() -> read("case" + ",".repeat(COLUMNS))).hasMessageContainingAll("line 2", "\"case\"");
        assertThatThrownBy(() -> read("case.read" + ",own".repeat(COLUMNS) + "\ncase.read" + ",".repeat(COLUMNS)))
                .hasMessageContainingAll("line 3", "case.read has a row already");
        assertThatThrownBy(() -> read("case.read" + ",".repeat(COLUMNS) + "all"))
                .hasMessageContainingAll("line 2", "api-key", "\"all\"");
        assertThatThrownBy(() -> PolicyFile.read(new StringReader("operation,resident,mayor\ncase.read,own,all\n")))
                .hasMessageContainingAll("missing [volunteer,", "unknown [mayor]");
        assertThatThrownBy(() -> read("")).hasMessageContaining("no rows");
    }

    private static void read(String rows) throws IOException {
        PolicyFile.read(new StringReader(HEADER + "\n" + rows + (rows.isEmpty() ? "" : "\n")));
    }
}
