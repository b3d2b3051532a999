package org.yiqiao.support.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.Role;

/** The table in the documentation is the table that decides. */
class AccessPolicyDocumentTest {

    private static final Path FILE = Path.of("../../docs/security.md");
    private static final String BEGIN = "<!-- begin: policy -->\n";
    private static final String END = "<!-- end: policy -->\n";
    private static final String HOW_TO =
            "run `./mvnw -pl services/service-support -am test -Dcontracts.publish=true` and commit what it writes";

    private final AccessPolicy policy = AccessPolicy.load();

    @Test
    void documentShowsTheCurrentPolicy() throws IOException {
        String document = Files.readString(FILE);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        assertThat(document).contains(BEGIN, END);
        if (Boolean.getBoolean("contracts.publish")) {
            document = document.substring(0, begin) + renderTable() + document.substring(end);
            Files.writeString(FILE, document);
        } else {
            assertThat(document.substring(begin, end)).as(HOW_TO).isEqualTo(renderTable());
        }
    }

    private String renderTable() {
        List<String> columns = Stream.concat(Arrays.stream(Role.values()).map(Role::wireName), Stream.of("api-key"))
                .toList();
        Stream<String> head = Stream.of(
                renderRow(Stream.concat(Stream.of("operation"), columns.stream())),
                renderRow(Stream.concat(Stream.of("---"), columns.stream().map(column -> ":-:"))));
        Stream<String> rows = policy.operations().stream()
                .map(operation -> renderRow(Stream.of(
                                Stream.of("`" + operation + "`"),
                                Arrays.stream(Role.values()).map(role -> policy.permissionLevel(operation, role)
                                        .map(PermissionLevel::csvValue)
                                        .orElse("")),
                                Stream.of(policy.isOpenToApiKeys(operation) ? PermissionLevel.OWN.csvValue() : ""))
                        .flatMap(Function.identity())));
        return Stream.of(head, rows).flatMap(Function.identity()).collect(Collectors.joining());
    }

    private static String renderRow(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
