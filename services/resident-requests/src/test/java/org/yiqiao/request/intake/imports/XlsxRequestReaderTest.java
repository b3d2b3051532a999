package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiqiao.request.intake.imports.CsvFixture.utf8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.contracts.Point;

class XlsxRequestReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
    private static final List<String> HEADER = List.of(
            "service_request_id", "status", "service_name", "requested_datetime", "lat", "long", "place_code", "note");

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Path workbook(int headerRow, Consumer<Worksheet> content) throws IOException {
        Path file = folder.resolve("requests.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("说明").value(0, 0, "no table");
            Worksheet sheet = workbook.newWorksheet("工单");
            for (int i = 0; i < HEADER.size(); i++) {
                sheet.value(headerRow, i, HEADER.get(i));
            }
            content.accept(sheet);
        }
        return file;
    }

    private static FileOptions sheet(String name) {
        return new FileOptions(BuiltInMappings.OPEN311, FileOptions.DEFAULT_ZONE, null, null, null, name);
    }

    private static void row(Worksheet sheet, int row, String id) {
        sheet.value(row, 0, id);
        sheet.value(row, 1, "open");
        sheet.value(row, 2, "路灯故障");
        sheet.value(row, 3, "2026-11-20 08:00");
    }

    private static List<Object> read(Path file) throws Exception {
        List<Object> results = new ArrayList<>();
        try (RequestFileReader reader = RequestFiles.open(file, sheet("工单"))) {
            while (reader.hasNext()) {
                FileRecord row = reader.next();
                try {
                    results.add(reader.parse(row, NOW));
                } catch (InvalidRowException e) {
                    results.add(row.line() + " " + e.code() + " " + e.column());
                }
            }
        }
        return results;
    }

    @Test
    void datesAndNumbersOfWorkbookAreReadByTheirValues() throws Exception {
        Path file = workbook(0, sheet -> {
            row(sheet, 1, "1");
            sheet.value(1, 0, 20261120001L);
            sheet.value(1, 3, LocalDateTime.parse("2026-11-20T08:05:30"));
            sheet.style(1, 3).format("yyyy年m月d日 h:mm").set();
            sheet.value(1, 4, 30.0581);
            sheet.value(1, 5, 120.1993);
            sheet.value(1, 6, 330109106004001L);
        });
        assertThat(read(file))
                .containsExactly(new RequestRow(
                        2,
                        "20261120001",
                        "路灯故障",
                        null,
                        "",
                        null,
                        new Point(30.0581, 120.1993),
                        "330109106004001",
                        null,
                        Instant.parse("2026-11-20T00:05:30Z"),
                        null,
                        null));
    }

    @Test
    void numberWhereLongCodeIsDueIsRejected() throws Exception {
        Path file = workbook(0, sheet -> {
            row(sheet, 1, "1");
            sheet.value(1, 6, 33010910600400101L);
            row(sheet, 2, "2");
            sheet.value(2, 6, "33010910600400101");
        });
        assertThat(read(file)).first().isEqualTo("2 row.code-shortened place_code");
        assertThat(read(file)).last().isInstanceOfSatisfying(RequestRow.class, row -> assertThat(row.placeCode())
                .isEqualTo("33010910600400101"));
    }

    @Test
    void titleAndEmptyRowsAreNoRequests() throws Exception {
        Path file = workbook(2, sheet -> {
            sheet.value(0, 0, "十一月工单明细");
            row(sheet, 3, "1");
            row(sheet, 6, "2");
            sheet.value(7, 3, "");
        });
        assertThat(read(file)).extracting(row -> ((RequestRow) row).line()).containsExactly(4L, 7L);
        try (RequestFileReader reader = RequestFiles.open(file, sheet("工单"))) {
            assertThat(reader.format())
                    .isEqualTo(new FileFormat("xlsx", null, null, "工单", "open311", 3, HEADER, List.of("note")));
        }
    }

    @Test
    void manyRowsAreReadInOrder() throws Exception {
        Path file = workbook(0, sheet -> {
            for (int i = 1; i <= 1_000; i++) {
                row(sheet, i, "id-" + i);
            }
        });
        assertThat(read(file)).hasSize(1_000).last().isInstanceOfSatisfying(RequestRow.class, row -> {
            assertThat(row.externalId()).isEqualTo("id-1000");
            assertThat(row.line()).isEqualTo(1_001);
        });
    }

    @Test
    void sheetIsChosenByName() throws Exception {
        Path file = workbook(0, sheet -> row(sheet, 1, "1"));
        assertThat(read(file)).hasSize(1);
        assertThatThrownBy(() -> RequestFiles.open(file, sheet("Sheet9")))
                .isInstanceOfSatisfying(InvalidFileException.class, e -> {
                    assertThat(e.rejection().code()).isEqualTo("csv.sheet-unknown");
                    assertThat(e.rejection().details()).containsEntry("sheets", List.of("说明", "工单"));
                });
        assertThatThrownBy(() -> RequestFiles.open(file, FileOptions.open311()))
                .as("the first sheet is no table")
                .isInstanceOfSatisfying(
                        InvalidFileException.class,
                        e -> assertThat(e.rejection().code()).isEqualTo("csv.columns-missing"));
    }

    @Test
    void damagedWorkbookIsNamed() throws Exception {
        Path whole = workbook(0, sheet -> row(sheet, 1, "1"));
        byte[] bytes = Files.readAllBytes(whole);
        for (int length : new int[] {4, 5, 21, 22, 23, bytes.length / 2, bytes.length - 1}) {
            Path part = Files.write(folder.resolve("part.xlsx"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> RequestFiles.open(part, FileOptions.open311()))
                    .as("%d bytes", length)
                    .isInstanceOfSatisfying(
                            InvalidFileException.class,
                            e -> assertThat(e.rejection().code()).isEqualTo("csv.broken-workbook"));
        }
    }

    @Test
    void spreadsheetInSpoolIsCheckedWhenItIsComplete() throws Exception {
        assertThat(FileSignature.of(Files.readAllBytes(workbook(0, sheet -> row(sheet, 1, "1")))))
                .isEqualTo(FileSignature.ZIP);
        assertThat(FileSignature.of(utf8("service_request_id"))).isEqualTo(FileSignature.TEXT);
    }

    /** The texts are zeros, so that the file of this test stays small. */
    @Test
    void workbookWithMoreTextThanTheLimitIsRejected(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("texts.xlsx");
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(file))) {
            archive.putNextEntry(new ZipEntry("xl/workbook.xml"));
            archive.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            for (int mebibyte = 0; mebibyte <= 256; mebibyte++) {
                archive.write(new byte[1 << 20]);
            }
        }

        assertThatThrownBy(() -> WorkbookArchive.requireXlsx(file))
                .isInstanceOfSatisfying(
                        InvalidFileException.class,
                        rejected -> assertThat(rejected.rejection().code()).isEqualTo("csv.workbook-too-large"));
    }
}
