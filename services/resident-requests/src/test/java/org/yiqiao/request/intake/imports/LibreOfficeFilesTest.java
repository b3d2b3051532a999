package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads files that LibreOffice 7.4 has opened as CSV and saved again. In the files with apostrophes and formulas all
 * codes are whole. In the files with numbers, the codes of 17 and 18 digits are shortened.
 */
class LibreOfficeFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private List<String> read(String name) throws Exception {
        Path file = folder.resolve(name);
        try (InputStream saved = Objects.requireNonNull(getClass().getResourceAsStream("/libreoffice/" + name))) {
            Files.copy(saved, file);
        }
        List<String> rows = new ArrayList<>();
        try (RequestFileReader reader = RequestFiles.open(file, FileOptions.open311())) {
            while (reader.hasNext()) {
                FileRecord row = reader.next();
                try {
                    RequestRow request = reader.parse(row, NOW);
                    rows.add(request.externalId() + " " + request.placeCode() + " " + request.requestedAt() + " "
                            + request.closedAt());
                } catch (InvalidRowException e) {
                    rows.add(row.line() + " " + e.code());
                }
            }
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"apostrophes.xlsx", "apostrophes.csv", "formulas.xlsx"})
    void protectedCodesSurviveTheSpreadsheet(String file) throws Exception {
        assertThat(read(file))
                .containsExactly(
                        "330109106004001001 33010910600400101 2026-11-20T00:30:00Z null",
                        "330109106004001002 33010910600400102 2026-11-20T00:30:00Z 2026-11-20T16:00:00Z",
                        "101002149560 330109106004001 2026-11-20T00:30:15Z null",
                        "330109106004001003 330109106004 2026-11-19T16:00:00Z 2026-11-20T16:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"numbers.xlsx", "numbers.csv"})
    void shortenedCodesAreRejectedAndWholeOnesKept(String file) throws Exception {
        assertThat(read(file))
                .containsExactly(
                        "2 row.code-shortened",
                        "3 row.code-shortened",
                        "101002149560 330109106004001 2026-11-20T00:30:15Z null",
                        "5 row.code-shortened");
    }

    @Test
    void workbookOfLibreOfficeItselfIsNamed() {
        assertThatThrownBy(() -> read("numbers.ods")).isInstanceOfSatisfying(InvalidFileException.class, e -> {
            assertThat(e.rejection().code()).isEqualTo("csv.other-format");
            assertThat(e.rejection().details()).containsEntry("found", "ODS");
        });
    }
}
