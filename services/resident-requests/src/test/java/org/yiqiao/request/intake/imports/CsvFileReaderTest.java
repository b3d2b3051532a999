package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiqiao.request.intake.imports.CsvFixture.HEADER;
import static org.yiqiao.request.intake.imports.CsvFixture.ROW;
import static org.yiqiao.request.intake.imports.CsvFixture.gzipped;
import static org.yiqiao.request.intake.imports.CsvFixture.rows;
import static org.yiqiao.request.intake.imports.CsvFixture.utf8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.core.decider.Rejection;

class CsvFileReaderTest {

    private static void assertInvalidFile(String code, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(InvalidFileException.class, e -> assertThat(
                        e.rejection().code())
                .isEqualTo(code));
    }

    private static void assertInvalidRow(String code, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(InvalidRowException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void eachRecordIsOneRow(String newline) throws Exception {
        List<CsvColumns.CsvRow> rows = rows(HEADER + newline + ROW + newline + ROW.replace("42", "43") + newline);
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().get("service_request_id")).isEqualTo("16-42");
        assertThat(rows.getLast().get("service_request_id")).isEqualTo("16-43");
    }

    @Test
    void lastRowNeedsNoNewline() throws Exception {
        assertThat(rows(HEADER + "\n" + ROW)).hasSize(1);
    }

    @Test
    void emptyLinesAreSkipped() throws Exception {
        assertThat(rows(HEADER + "\n\n" + ROW + "\n\n\n")).hasSize(1);
    }

    @Test
    void fileWithoutRowsIsAccepted() throws Exception {
        assertThat(rows(HEADER)).isEmpty();
    }

    @Test
    void columnOrderIsFreeAndExtraColumnsAreIgnored() throws Exception {
        CsvColumns.CsvRow row = rows("""
                        notes, Status ,requested_datetime,SERVICE_NAME,service_request_id,address,status
                        n,Open,2019-05-01T08:00:00Z,Graffiti,16-42, 1 Main St. ,Closed
                        """).getFirst();
        assertThat(row.get("service_request_id")).isEqualTo("16-42");
        assertThat(row.get("service_name")).isEqualTo("Graffiti");
        assertThat(row.get("address")).isEqualTo("1 Main St.");
        assertThat(row.get("status")).as("first column with this name").isEqualTo("Open");
        assertThat(row.get("lat")).as("missing column").isEmpty();
    }

    @Test
    void missingColumnsAreReported() {
        assertThatThrownBy(() -> rows("service_request_id,service_name,lat\n1,2,3\n"))
                .isInstanceOfSatisfying(InvalidFileException.class, e -> assertThat(e.rejection())
                        .isEqualTo(Rejection.invalid("csv.columns-missing")
                                .withDetail("missing", List.of("status", "requested_datetime"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Moved</body></html>",
                "{\"type\": \"FeatureCollection\"}",
                "service_request_id;status;service_name;requested_datetime\n1;2;3;4",
                "\n"
            })
    void textWithoutRequiredColumnsIsRejected(String text) {
        assertThatThrownBy(() -> rows(text)).isInstanceOf(InvalidFileException.class);
    }

    @Test
    void randomBytesAreRejected() {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        assertThatThrownBy(() -> rows(noise)).isInstanceOf(InvalidFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void blankFileIsReportedAsEmpty(String text) {
        assertInvalidFile("csv.empty", () -> rows(text));
        assertInvalidFile("csv.empty", () -> rows(gzipped(utf8(text))));
    }

    @Test
    void byteOrderMarkIsNotPartOfFirstColumn() throws Exception {
        assertThat(rows("\uFEFF" + HEADER + "\n" + ROW).getFirst().get("service_request_id"))
                .isEqualTo("16-42");
        assertThat(rows(gzipped(utf8("\uFEFF" + HEADER + "\n" + ROW)))).hasSize(1);
    }

    @Test
    void byteOrderMarkCanArriveInOwnRead() throws Exception {
        InputStream slow = new SequenceInputStream(
                new ByteArrayInputStream(utf8("\uFEFF")), new ByteArrayInputStream(utf8(HEADER + "\n" + ROW)));
        assertThat(rows(slow).getFirst().get("service_request_id")).isEqualTo("16-42");
    }

    @Test
    void onlyFirstByteOrderMarkIsSkipped() throws Exception {
        CsvColumns.CsvRow row = rows(HEADER + "\n16-42,\uFEFFOpen,Graffiti,2019-05-01T08:00:00Z\n")
                .getFirst();
        assertThat(row.get("status")).isEqualTo("\uFEFFOpen");
    }

    @Test
    void gzipFileIsDecompressed() throws Exception {
        assertThat(rows(gzipped(utf8(HEADER + "\n" + ROW + "\n")))).hasSize(1);
    }

    @Test
    void decompressedSizeIsLimited() throws Exception {
        byte[] bomb = gzipped(utf8(HEADER + "\n" + (ROW + "\n").repeat(100_000)));
        assertThat(bomb).hasSizeLessThan(50_000);
        AtomicInteger rows = new AtomicInteger();
        assertInvalidFile("csv.too-long", () -> {
            try (CsvFileReader file = CsvFileReader.open(new ByteArrayInputStream(bomb), 1 << 20)) {
                while (file.hasNext()) {
                    rows.set((int) file.next().getStartingLineNumber());
                }
            }
        });
        assertThat(rows.get()).isBetween(1_000, 100_000);
    }

    @Test
    void gzipMembersAreConcatenated() throws Exception {
        byte[] first = gzipped(utf8(HEADER + "\n" + ROW + "\n"));
        byte[] second = gzipped(utf8(ROW + "\n"));
        assertThat(rows(new SequenceInputStream(new ByteArrayInputStream(first), new ByteArrayInputStream(second))))
                .hasSize(2);
    }

    @Test
    void quotedFieldCanContainCommasNewlinesAndQuotes() throws Exception {
        List<CsvColumns.CsvRow> rows =
                rows(HEADER + ",description\n" + ROW + ",\"Big, red\r\nand \"\"ugly\"\"\n\"\n" + ROW + ",small\n");
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().get("description")).isEqualTo("Big, red\r\nand \"ugly\"");
        assertThat(rows.getLast().get("description")).isEqualTo("small");
        assertThat(rows.getLast().csv().getStartingLineNumber())
                .as("line in the file")
                .isEqualTo(5);
    }

    @Test
    void unclosedQuoteIsRejected() {
        assertInvalidFile("csv.malformed", () -> rows(HEADER + ",description\n" + ROW + ",\"Big\n" + ROW + ",small\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"16-42,Open,Graffiti", "16-42,Open,Graffiti,2019-05-01T08:00:00Z,more", "16-42"})
    void rowMustHaveAsManyFieldsAsHeader(String row) {
        assertInvalidRow("row.wrong-field-count", () -> rows(HEADER + "\n" + row + "\n"));
    }

    @Test
    void invalidUtf8AffectsOnlyItsRow() throws Exception {
        byte[] bytes = utf8(HEADER + ",description\n" + ROW + ",?\n" + ROW + ",fine\n");
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '?') {
                bytes[i] = (byte) 0xE9;
            }
        }
        assertThat(rows(bytes)).extracting(CsvColumns.CsvRow::hasInvalidUtf8).containsExactly(true, false);
    }

    @Test
    void replacementCharacterIsValidText() throws Exception {
        assertThat(rows(HEADER + "\n16-42,Open,Gra\uFFFDfiti,2019-05-01T08:00:00Z\n")
                        .getFirst()
                        .hasInvalidUtf8())
                .isFalse();
    }

    @Test
    void chineseTextIsReadUnchanged() throws Exception {
        assertThat(rows(HEADER + "\n16-42,Open,路灯不亮,2019-05-01T08:00:00Z\n")
                        .getFirst()
                        .get("service_name"))
                .isEqualTo("路灯不亮");
    }

    @Test
    void longRecordIsRead() throws Exception {
        String description = "d".repeat(200_000);
        assertThat(rows(HEADER + ",description\n" + ROW + "," + description + "\n")
                        .getFirst()
                        .get("description"))
                .isEqualTo(description);
    }

    @Test
    void recordOverLimitStopsReading() throws Exception {
        String description = "d".repeat(CsvFileReader.MAX_RECORD_LENGTH + 1);
        try (CsvFileReader file = CsvFileReader.open(new ByteArrayInputStream(
                utf8(HEADER + ",description\n" + ROW + ",small\n" + ROW + "," + description + "\n")))) {
            assertThat(file.hasNext()).isTrue();
            assertThat(file.next().getField(4)).isEqualTo("small");
            assertInvalidFile("csv.malformed", () -> {
                if (file.hasNext()) {
                    file.next();
                }
            });
        }
    }

    @Test
    void limitAppliesToRecordNotField() {
        String columns = ",description".repeat(4);
        String fields = ("," + "d".repeat(CsvFileReader.MAX_RECORD_LENGTH / 3)).repeat(4);
        assertInvalidFile("csv.malformed", () -> rows(HEADER + columns + "\n" + ROW + fields + "\n"));
    }

    @Test
    void headerOverLimitIsRejected() {
        assertInvalidFile("csv.malformed", () -> rows("h".repeat(CsvFileReader.MAX_RECORD_LENGTH + 1) + "\n"));
    }

    @Test
    void truncatedGzipIsReadUpToTruncation() throws Exception {
        StringBuilder text = new StringBuilder(HEADER + ",description\n");
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            text.append(ROW).append(',').append(random.nextLong()).append('\n');
        }
        byte[] whole = gzipped(utf8(text.toString()));
        try (CsvFileReader file =
                CsvFileReader.open(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2)))) {
            int read = 0;
            try {
                for (; file.hasNext(); read++) {
                    file.next();
                }
            } catch (InvalidFileException e) {
                assertThat(e.rejection().code()).isEqualTo("csv.broken-gzip");
                assertThat(read).isBetween(1_000, 19_999);
                return;
            }
        }
        throw new AssertionError("The truncated file was read without an error");
    }

    @Test
    void gzipWithoutTrailerIsRejected() {
        byte[] whole = gzipped(utf8(HEADER + "\n" + ROW + "\n"));
        assertInvalidFile("csv.broken-gzip", () -> rows(Arrays.copyOf(whole, whole.length - 4)));
    }

    @Test
    void gzipWithWrongChecksumIsRejected() {
        byte[] whole = gzipped(utf8(HEADER + "\n" + ROW + "\n"));
        whole[whole.length - 8] ^= 1;
        assertInvalidFile("csv.broken-gzip", () -> rows(whole));
    }

    @Test
    void invalidGzipHeaderIsRejected() {
        assertInvalidFile("csv.broken-gzip", () -> rows(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
        assertInvalidFile("csv.broken-gzip", () -> rows(new byte[] {0x1f, (byte) 0x8b}));
    }

    @Test
    void readErrorIsNotReportedAsInvalidFile() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(utf8(HEADER + "\n" + (ROW + "\n").repeat(10_000))),
                new BrokenDiskInputStream());
        assertThatThrownBy(() -> rows(broken)).isInstanceOf(IOException.class).hasMessage("The disk failed");
    }

    private static final class BrokenDiskInputStream extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("The disk failed");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException("The disk failed");
        }
    }
}
