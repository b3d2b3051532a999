package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiqiao.request.intake.imports.TestFile.HEADER;
import static org.yiqiao.request.intake.imports.TestFile.ROW;
import static org.yiqiao.request.intake.imports.TestFile.gzipped;
import static org.yiqiao.request.intake.imports.TestFile.rows;
import static org.yiqiao.request.intake.imports.TestFile.utf8;

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

class CsvFileTest {

    private static void assertFault(String code, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(FileFault.class, fault -> assertThat(
                        fault.rejection().code())
                .isEqualTo(code));
    }

    private static void assertRowFault(String code, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(RowFault.class, fault -> assertThat(fault.code())
                .isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void eachRecordIsARow(String newline) throws Exception {
        List<CsvColumns.Row> rows = rows(HEADER + newline + ROW + newline + ROW.replace("42", "43") + newline);
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().get("service_request_id")).isEqualTo("16-42");
        assertThat(rows.getLast().get("service_request_id")).isEqualTo("16-43");
    }

    @Test
    void theLastRowNeedsNoNewline() throws Exception {
        assertThat(rows(HEADER + "\n" + ROW)).hasSize(1);
    }

    @Test
    void emptyLinesAreNoRows() throws Exception {
        assertThat(rows(HEADER + "\n\n" + ROW + "\n\n\n")).hasSize(1);
    }

    @Test
    void aFileMayHaveNoRows() throws Exception {
        assertThat(rows(HEADER)).isEmpty();
    }

    @Test
    void columnsComeInAnyOrderAndThereMayBeMore() throws Exception {
        CsvColumns.Row row = rows("""
                        notes, Status ,requested_datetime,SERVICE_NAME,service_request_id,address,status
                        n,Open,2019-05-01T08:00:00Z,Graffiti,16-42, 1 Main St. ,Closed
                        """).getFirst();
        assertThat(row.get("service_request_id")).isEqualTo("16-42");
        assertThat(row.get("service_name")).isEqualTo("Graffiti");
        assertThat(row.get("address")).isEqualTo("1 Main St.");
        assertThat(row.get("status")).as("the first column of that name").isEqualTo("Open");
        assertThat(row.get("lat")).as("a column that is not there").isEmpty();
    }

    @Test
    void missingColumnsAreNamed() {
        assertThatThrownBy(() -> rows("service_request_id,service_name,lat\n1,2,3\n"))
                .isInstanceOfSatisfying(FileFault.class, fault -> assertThat(fault.rejection())
                        .isEqualTo(Rejection.invalid("csv.columns-missing")
                                .with("missing", List.of("status", "requested_datetime"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Moved</body></html>",
                "{\"type\": \"FeatureCollection\"}",
                "service_request_id;status;service_name;requested_datetime\n1;2;3;4",
                "\n"
            })
    void whatHasNoSuchColumnsIsNotTaken(String text) {
        assertThatThrownBy(() -> rows(text)).isInstanceOf(FileFault.class);
    }

    @Test
    void randomBytesAreNotTaken() {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        assertThatThrownBy(() -> rows(noise)).isInstanceOf(FileFault.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void nothingAtAllIsEmpty(String text) {
        assertFault("csv.empty", () -> rows(text));
        assertFault("csv.empty", () -> rows(gzipped(utf8(text))));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws Exception {
        assertThat(rows("\uFEFF" + HEADER + "\n" + ROW).getFirst().get("service_request_id"))
                .isEqualTo("16-42");
        assertThat(rows(gzipped(utf8("\uFEFF" + HEADER + "\n" + ROW)))).hasSize(1);
    }

    @Test
    void aByteOrderMarkMayComeAlone() throws Exception {
        InputStream slow = new SequenceInputStream(
                new ByteArrayInputStream(utf8("\uFEFF")), new ByteArrayInputStream(utf8(HEADER + "\n" + ROW)));
        assertThat(rows(slow).getFirst().get("service_request_id")).isEqualTo("16-42");
    }

    @Test
    void onlyTheFirstMarkIsLeftOut() throws Exception {
        CsvColumns.Row row = rows(HEADER + "\n16-42,\uFEFFOpen,Graffiti,2019-05-01T08:00:00Z\n")
                .getFirst();
        assertThat(row.get("status")).isEqualTo("\uFEFFOpen");
    }

    @Test
    void aGzippedFileIsReadAsItsContent() throws Exception {
        assertThat(rows(gzipped(utf8(HEADER + "\n" + ROW + "\n")))).hasSize(1);
    }

    @Test
    void aSmallFileThatUnfoldsWithoutEndIsReadToALimit() throws Exception {
        byte[] bomb = gzipped(utf8(HEADER + "\n" + (ROW + "\n").repeat(100_000)));
        assertThat(bomb).hasSizeLessThan(50_000);
        AtomicInteger rows = new AtomicInteger();
        assertFault("csv.too-long", () -> {
            try (CsvFile file = CsvFile.open(new ByteArrayInputStream(bomb), 1 << 20)) {
                while (file.hasNext()) {
                    rows.set((int) file.next().getStartingLineNumber());
                }
            }
        });
        assertThat(rows.get()).isBetween(1_000, 100_000);
    }

    @Test
    void severalGzipMembersAreOneFile() throws Exception {
        byte[] first = gzipped(utf8(HEADER + "\n" + ROW + "\n"));
        byte[] second = gzipped(utf8(ROW + "\n"));
        assertThat(rows(new SequenceInputStream(new ByteArrayInputStream(first), new ByteArrayInputStream(second))))
                .hasSize(2);
    }

    @Test
    void quotesHoldCommasNewlinesAndQuotes() throws Exception {
        List<CsvColumns.Row> rows =
                rows(HEADER + ",description\n" + ROW + ",\"Big, red\r\nand \"\"ugly\"\"\n\"\n" + ROW + ",small\n");
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().get("description")).isEqualTo("Big, red\r\nand \"ugly\"");
        assertThat(rows.getLast().get("description")).isEqualTo("small");
        assertThat(rows.getLast().csv().getStartingLineNumber())
                .as("the line of the file")
                .isEqualTo(5);
    }

    @Test
    void aQuoteThatIsNotClosedSwallowsNoRows() {
        assertFault("csv.malformed", () -> rows(HEADER + ",description\n" + ROW + ",\"Big\n" + ROW + ",small\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"16-42,Open,Graffiti", "16-42,Open,Graffiti,2019-05-01T08:00:00Z,more", "16-42"})
    void aRowHasAsManyFieldsAsTheHeader(String row) {
        assertRowFault("row.wrong-field-count", () -> rows(HEADER + "\n" + row + "\n"));
    }

    @Test
    void bytesThatAreNoUtf8AreSeenInTheirRowAlone() throws Exception {
        byte[] bytes = utf8(HEADER + ",description\n" + ROW + ",?\n" + ROW + ",fine\n");
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '?') {
                bytes[i] = (byte) 0xE9;
            }
        }
        assertThat(rows(bytes)).extracting(CsvColumns.Row::isMangled).containsExactly(true, false);
    }

    @Test
    void aReplacementCharacterInTheFileIsText() throws Exception {
        assertThat(rows(HEADER + "\n16-42,Open,Gra\uFFFDfiti,2019-05-01T08:00:00Z\n")
                        .getFirst()
                        .isMangled())
                .isFalse();
    }

    @Test
    void chineseIsReadAsItIs() throws Exception {
        assertThat(rows(HEADER + "\n16-42,Open,路灯不亮,2019-05-01T08:00:00Z\n")
                        .getFirst()
                        .get("service_name"))
                .isEqualTo("路灯不亮");
    }

    @Test
    void aLongRecordIsRead() throws Exception {
        String description = "d".repeat(200_000);
        assertThat(rows(HEADER + ",description\n" + ROW + "," + description + "\n")
                        .getFirst()
                        .get("description"))
                .isEqualTo(description);
    }

    @Test
    void aRecordOverTheLimitEndsTheFileThere() throws Exception {
        String description = "d".repeat(CsvFile.LONGEST_RECORD + 1);
        try (CsvFile file = CsvFile.open(new ByteArrayInputStream(
                utf8(HEADER + ",description\n" + ROW + ",small\n" + ROW + "," + description + "\n")))) {
            assertThat(file.hasNext()).isTrue();
            assertThat(file.next().getField(4)).isEqualTo("small");
            assertFault("csv.malformed", () -> {
                if (file.hasNext()) {
                    file.next();
                }
            });
        }
    }

    @Test
    void theLimitIsOfTheRecordAndNotOfItsFields() {
        String columns = ",description".repeat(4);
        String fields = ("," + "d".repeat(CsvFile.LONGEST_RECORD / 3)).repeat(4);
        assertFault("csv.malformed", () -> rows(HEADER + columns + "\n" + ROW + fields + "\n"));
    }

    @Test
    void aHeaderOverTheLimitIsRefused() {
        assertFault("csv.malformed", () -> rows("h".repeat(CsvFile.LONGEST_RECORD + 1) + "\n"));
    }

    @Test
    void ofATruncatedGzipWhatCanBeReadIsRead() throws Exception {
        StringBuilder text = new StringBuilder(HEADER + ",description\n");
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            text.append(ROW).append(',').append(random.nextLong()).append('\n');
        }
        byte[] whole = gzipped(utf8(text.toString()));
        try (CsvFile file = CsvFile.open(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2)))) {
            int read = 0;
            try {
                for (; file.hasNext(); read++) {
                    file.next();
                }
            } catch (FileFault fault) {
                assertThat(fault.rejection().code()).isEqualTo("csv.broken-gzip");
                assertThat(read).isBetween(1_000, 19_999);
                return;
            }
        }
        throw new AssertionError("Nothing was missed");
    }

    @Test
    void aGzipThatLacksOnlyItsEndIsBroken() {
        byte[] whole = gzipped(utf8(HEADER + "\n" + ROW + "\n"));
        assertFault("csv.broken-gzip", () -> rows(Arrays.copyOf(whole, whole.length - 4)));
    }

    @Test
    void aGzipWithAWrongSumIsBroken() {
        byte[] whole = gzipped(utf8(HEADER + "\n" + ROW + "\n"));
        whole[whole.length - 8] ^= 1;
        assertFault("csv.broken-gzip", () -> rows(whole));
    }

    @Test
    void aGzipThatIsNoneAfterItsFirstBytesIsBroken() {
        assertFault("csv.broken-gzip", () -> rows(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
        assertFault("csv.broken-gzip", () -> rows(new byte[] {0x1f, (byte) 0x8b}));
    }

    @Test
    void aFailureToReadIsNoFaultOfTheFile() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(utf8(HEADER + "\n" + (ROW + "\n").repeat(10_000))), new GoneDisk());
        assertThatThrownBy(() -> rows(broken)).isInstanceOf(IOException.class).hasMessage("The disk is gone");
    }

    private static final class GoneDisk extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("The disk is gone");
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            throw new IOException("The disk is gone");
        }
    }
}
