package org.yiqiao.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.Role;

/** Verifies that the tables in the documentation show the policy that is in force. */
class AccessPolicyDocumentTest {

    private static final Path FILE = Path.of("../../docs/security.md");
    private static final String BEGIN = "<!-- begin: policy -->\n";
    private static final String END = "<!-- end: policy -->\n";
    private static final String HOW_TO =
            "run `./mvnw -pl services/access-control -am test -Dcontracts.publish=true` and commit the result";

    private static final String API_KEY = "api-key";

    /** Groups of columns that fit a line of 120 characters. */
    private static final Map<String, List<String>> COLUMN_GROUPS = columnGroups();

    private final AccessPolicy policy = AccessPolicy.load();

    @Test
    void everyRoleHasItsColumn() {
        assertThat(COLUMN_GROUPS.values().stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Arrays.stream(Role.values()).map(Role::wireName), Stream.of(API_KEY))
                                .toList());
    }

    @Test
    void documentShowsTheCurrentPolicy() throws IOException {
        String document = Files.readString(FILE);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        assertThat(document).contains(BEGIN, END);
        if (Boolean.getBoolean("contracts.publish")) {
            document = document.substring(0, begin) + renderTables() + document.substring(end);
            Files.writeString(FILE, document);
        } else {
            assertThat(document.substring(begin, end)).as(HOW_TO).isEqualTo(renderTables());
        }
    }

    private String renderTables() {
        return COLUMN_GROUPS.entrySet().stream()
                .map(group -> "\n**" + group.getKey() + "**\n\n" + renderTable(group.getValue()))
                .collect(Collectors.joining());
    }

    /** Renders a table of these columns, without the operations that are closed to all of them. */
    private String renderTable(List<String> columns) {
        Stream<String> head = Stream.of(
                renderRow(Stream.concat(Stream.of("operation"), columns.stream())),
                renderRow(Stream.concat(Stream.of("---"), columns.stream().map(column -> ":-:"))));
        Stream<String> rows = policy.operations().stream()
                .filter(operation -> columns.stream()
                        .anyMatch(column -> !cell(operation, column).isEmpty()))
                .map(operation -> renderRow(Stream.concat(
                        Stream.of("`" + operation + "`"), columns.stream().map(column -> cell(operation, column)))));
        return Stream.concat(head, rows).collect(Collectors.joining());
    }

    private String cell(String operation, String column) {
        if (column.equals(API_KEY)) {
            return policy.isOpenToApiKeys(operation) ? PermissionExtent.OWN.csvValue() : "";
        }
        return policy.permissionExtent(operation, Role.parse(column).orElseThrow())
                .map(PermissionExtent::csvValue)
                .orElse("");
    }

    private static String renderRow(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static Map<String, List<String>> columnGroups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put(
                "Residents, partners and programs",
                List.of("resident", "volunteer", "property-manager", "owners-committee", "organization-lead", API_KEY));
        groups.put(
                "Grid and community staff",
                List.of(
                        "stairwell-steward",
                        "micro-grid-chief",
                        "grid-member",
                        "grid-chief",
                        "community-worker",
                        "community-secretary"));
        groups.put(
                "Town staff",
                List.of("department-handler", "town-operator", "town-leader", "auditor", "administrator"));
        return groups;
    }
}
