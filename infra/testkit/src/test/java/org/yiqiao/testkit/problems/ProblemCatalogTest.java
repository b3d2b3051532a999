package org.yiqiao.testkit.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every problem code is documented with its status, has one of 400 and 422 at most, and is named by a test. */
class ProblemCatalogTest {

    private static final String START = "<!-- codes -->\n";
    private static final String END = "<!-- /codes -->";

    private final ProblemCatalog catalog = new ProblemCatalog(root());

    @Test
    void everyCodeIsReachedByATest() {
        assertThat(entries())
                .hasSizeGreaterThan(140)
                .filteredOn(entry -> entry.tests().isEmpty())
                .extracting(ProblemCatalog.Entry::code)
                .isEmpty();
    }

    @Test
    void everyCodeHasAStatusAndNeverBothOfTheRule() {
        assertThat(entries()).allSatisfy(entry -> {
            assertThat(entry.statuses()).as(entry.code()).isNotEmpty();
            assertThat(entry.statuses().containsAll(List.of(400, 422)))
                    .as(entry.code())
                    .isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "problems.md; ''; | code | status | title | a test |",
                "problems.zh-CN.md; _zh; | 错误码 | 状态码 | 标题 | 测试 |"
            })
    void everyCodeIsDocumented(String document, String language, String heading) throws IOException {
        Path file = root().resolve("docs").resolve(document);
        String text = Files.readString(file);
        String tables = "\n" + catalog.tables(language, heading) + "\n";
        String expected =
                text.substring(0, text.indexOf(START) + START.length()) + tables + text.substring(text.indexOf(END));
        if (Boolean.getBoolean("contracts.publish")) {
            Files.writeString(file, expected);
        }
        assertThat(Files.readString(file))
                .as("Write the tables with -Dcontracts.publish=true")
                .isEqualTo(expected);
    }

    private List<ProblemCatalog.Entry> entries() {
        return catalog.entries("").values().stream().flatMap(List::stream).toList();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.resolve("..").normalize();
        }
        return folder;
    }
}
