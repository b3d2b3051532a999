package org.yiqiao.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.Role;

class AccessPolicyReaderTest {

    private static final String HEADER = "operation,"
            + Arrays.stream(Role.values()).map(Role::wireName).collect(Collectors.joining(",")) + ",api-key";
    private static final int COLUMNS = Role.values().length + 1;

    @Test
    void readsThePolicyFile() {
        assertThat(AccessPolicy.load().permissionExtent("case.close", Role.COMMUNITY_WORKER))
                .contains(PermissionExtent.SCOPE);
        assertThat(AccessPolicy.load().permissionExtent("case.close", Role.ADMINISTRATOR))
                .isEmpty();
    }

    @Test
    void everyOperationIsPermittedForSomeRole() {
        AccessPolicy policy = AccessPolicy.load();
        assertThat(policy.operations()).allMatch(operation -> Arrays.stream(Role.values())
                .anyMatch(role -> policy.permissionExtent(operation, role).isPresent()));
    }

    @Test
    void readOnlyRolesHaveNoWriteOperations() {
        AccessPolicy policy = AccessPolicy.load();
        for (Role role : new Role[] {Role.AUDITOR, Role.TOWN_LEADER}) {
            assertThat(policy.operations().stream().filter(operation -> policy.permissionExtent(operation, role)
                            .isPresent()))
                    .allMatch(operation -> operation.matches(".*\\.(read|list|locate|follow|export)|audit\\.verify"));
        }
    }

    @Test
    void apiKeysMayOnlySubmitAndReadCases() {
        AccessPolicy policy = AccessPolicy.load();
        assertThat(policy.operations().stream().filter(policy::isOpenToApiKeys))
                .containsExactly("case.submit", "case.read", "case.list");
    }

    @Test
    void reportsErrorsByLineAndColumn() {
        assertThatThrownBy(() -> read("case.read,may" + ",".repeat(COLUMNS - 1)))
                .hasMessageContainingAll("line 2", "resident", "\"may\"");
        assertThatThrownBy(() -> read("case" + ",".repeat(COLUMNS))).hasMessageContainingAll("line 2", "\"case\"");
        assertThatThrownBy(() -> read("case.read" + ",own".repeat(COLUMNS) + "\ncase.read" + ",".repeat(COLUMNS)))
                .hasMessageContainingAll("line 3", "case.read already has a row");
        assertThatThrownBy(() -> read("case.read" + ",".repeat(COLUMNS) + "all"))
                .hasMessageContainingAll("line 2", "api-key", "\"all\"");
        assertThatThrownBy(() ->
                        AccessPolicyReader.read(new StringReader("operation,resident,mayor\ncase.read,own,all\n")))
                .hasMessageContainingAll("missing [volunteer,", "unknown [mayor]");
        assertThatThrownBy(() -> read("")).hasMessageContaining("no rows");
    }

    private static void read(String rows) throws IOException {
        AccessPolicyReader.read(new StringReader(HEADER + "\n" + rows + (rows.isEmpty() ? "" : "\n")));
    }
}
