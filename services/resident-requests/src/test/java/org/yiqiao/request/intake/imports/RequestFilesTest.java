package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiqiao.request.intake.imports.CsvFixture.HEADER;
import static org.yiqiao.request.intake.imports.CsvFixture.ROW;
import static org.yiqiao.request.intake.imports.CsvFixture.gzipped;
import static org.yiqiao.request.intake.imports.CsvFixture.utf8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
    private static final String CHINESE =
            HEADER + ",description\n16-42,open,路灯故障,2026-11-01T08:00:00+08:00,东山路北口的路灯已三天不亮。\n";

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private static List<RequestRow> parse(byte[] bytes, FileOptions options) throws Exception {
        List<RequestRow> rows = new ArrayList<>();
        try (RequestFileReader reader = RequestFiles.openText(new ByteArrayInputStream(bytes), options)) {
            while (reader.hasNext()) {
                rows.add(reader.parse(reader.next(), NOW));
            }
        }
        return rows;
    }

    private static List<RequestRow> parse(byte[] bytes) throws Exception {
        return parse(bytes, FileOptions.open311());
    }

    private static FileFormat format(byte[] bytes) throws Exception {
        try (RequestFileReader reader = RequestFiles.openText(new ByteArrayInputStream(bytes), FileOptions.open311())) {
            return reader.format();
        }
    }

    private static FileOptions declared(String charset) {
        return new FileOptions(
                BuiltInMappings.OPEN311, FileOptions.DEFAULT_ZONE, null, Charset.forName(charset), null, null);
    }

    private static void assertInvalidFile(String code, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(InvalidFileException.class, e -> assertThat(
                        e.rejection().code())
                .isEqualTo(code));
    }

    private static void assertInvalidFile(String code, Map<String, Object> details, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(InvalidFileException.class, e -> {
            assertThat(e.rejection().code()).isEqualTo(code);
            assertThat(e.rejection().details()).containsAllEntriesOf(details);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void separatorIsFoundAndStated(String separator) throws Exception {
        byte[] file = utf8((HEADER + "\n" + ROW + "\n").replace(",", separator));
        assertThat(parse(file)).extracting(RequestRow::externalId).containsExactly("16-42");
        assertThat(format(file).separator()).isEqualTo(separator);
    }

    @Test
    void separatorLineOfSpreadsheetIsObeyed() throws Exception {
        byte[] file = utf8("sep=;\r\n" + (HEADER + "\r\n" + ROW + "\r\n").replace(",", ";"));
        assertThat(parse(file)).extracting(RequestRow::line).containsExactly(3L);
        assertThat(format(file).headerLine()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void encodingIsFoundAndStated(String charset) throws Exception {
        byte[] file = CHINESE.getBytes(Charset.forName(charset));
        assertThat(parse(file)).extracting(RequestRow::service).containsExactly("路灯故障");
        assertThat(format(file).charset()).isEqualTo(charset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void byteOrderMarkStatesEncodingAndIsNoText(String charset) throws Exception {
        byte[] file = ("\uFEFF" + CHINESE).getBytes(Charset.forName(charset));
        assertThat(parse(file)).extracting(RequestRow::externalId).containsExactly("16-42");
        assertThat(format(file).charset()).isEqualTo(charset);
        assertThat(parse(gzipped(file))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"gbk,GB18030", "gb2312,GB18030", "gb18030,GB18030", "utf-8,UTF-8", "windows-1252,windows-1252"})
    void declaredEncodingIsUsed(String declared, String used) throws Exception {
        String text = used.startsWith("w") ? HEADER + "\n16-42,open,Café,2026-11-01T08:00:00Z\n" : CHINESE;
        byte[] file = text.getBytes(Charset.forName(declared));
        try (RequestFileReader reader = RequestFiles.openText(new ByteArrayInputStream(file), declared(declared))) {
            assertThat(reader.format().charset()).isEqualTo(used);
            assertThat(reader.parse(reader.next(), NOW).service()).isIn("Café", "路灯故障");
        }
    }

    @Test
    void textInOtherEncodingThanDeclaredIsNamed() {
        assertInvalidFile(
                "csv.other-charset",
                Map.of("declared", "UTF-8", "found", "GB18030"),
                () -> parse(CHINESE.getBytes(DetectedCharset.GB18030), declared("UTF-8")));
        for (String declared : List.of("GB18030", "ISO-8859-1")) { // in which these bytes are other characters
            assertInvalidFile(
                    "csv.other-charset",
                    Map.of("declared", declared, "found", "UTF-8"),
                    () -> parse(utf8(CHINESE), declared(declared)));
        }
    }

    @Test
    void westernTextIsNotReadAsChinese() throws Exception {
        byte[] file = (HEADER + "\n16-42,open,Cafétéria fermée à Orléans,2026-11-01T08:00:00Z\n"
                        + "16-43,open,Straßenlaterne für Fußgänger,2026-11-01T08:00:00Z\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> parse(file)).isInstanceOfSatisfying(InvalidRowException.class, e -> {
            assertThat(e.code()).isEqualTo("row.encoding");
            assertThat(e.column()).isEqualTo("service_name");
        });
    }

    @Test
    void invalidBytesAffectOnlyTheirRow() throws Exception {
        byte[] file = utf8(CHINESE + "16-43,open,x?x,2026-11-01T08:00:00Z,\n16-44,open,fine,2026-11-01T08:00:00Z,\n");
        for (int i = 0; i < file.length; i++) {
            file[i] = file[i] == '?' ? (byte) 0xE9 : file[i];
        }
        List<String> results = new ArrayList<>();
        try (RequestFileReader reader = RequestFiles.openText(new ByteArrayInputStream(file), FileOptions.open311())) {
            while (reader.hasNext()) {
                try {
                    results.add(reader.parse(reader.next(), NOW).externalId());
                } catch (InvalidRowException e) {
                    results.add(e.code());
                }
            }
        }
        assertThat(results).containsExactly("16-42", "row.encoding", "16-44");
    }

    @Test
    void titleCanPrecedeHeader() throws Exception {
        byte[] file = utf8("Requests of November\n\n" + HEADER + "\n" + ROW + "\n");
        assertThat(parse(file)).extracting(RequestRow::line).containsExactly(4L);
        assertThat(format(file).headerLine()).isEqualTo(3);
    }

    @Test
    void unusedColumnsAreStated() throws Exception {
        assertThat(format(utf8(HEADER + ",ward,note\n")).ignoredColumns()).containsExactly("ward", "note");
    }

    @Test
    void missingColumnsAreNamed() {
        assertInvalidFile(
                "csv.columns-missing",
                Map.of("missing", List.of("status", "requested_datetime")),
                () -> parse(utf8("service_request_id,service_name,lat\n1,2,3\n")));
    }

    @Test
    void fittingMappingIsNamed() {
        assertInvalidFile(
                "csv.other-mapping",
                Map.of("mapping", "open311", "fits", "chicago"),
                () -> parse(utf8("SR_NUMBER,SR_TYPE,STATUS,CREATED_DATE\n")));
    }

    @Test
    void fileCompressedTwiceIsNamed() {
        assertInvalidFile("csv.compressed-twice", () -> parse(gzipped(gzipped(utf8(HEADER)))));
        assertInvalidFile("csv.compressed-twice", () -> parse(gzipped(zip("requests.csv"))));
    }

    @ParameterizedTest
    @CsvSource({
        "<html><body>Moved</body></html>,HTML",
        "<!DOCTYPE html><table>,HTML",
        "%PDF-1.7,PDF",
        "<?xml version='1.0'?>,XML",
        "'{\"type\": \"FeatureCollection\"}',JSON"
    })
    void otherFormatIsNamed(String text, String found) {
        assertInvalidFile("csv.other-format", Map.of("found", found), () -> parse(utf8(text)));
    }

    @Test
    void oldWorkbookIsNamed() {
        assertInvalidFile(
                "csv.old-workbook",
                () -> parse(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1}));
    }

    @ParameterizedTest
    @CsvSource({"META-INF/manifest.xml,ODS", "xl/workbook.bin,XLSB", "requests.csv,ZIP"})
    void otherArchiveIsNamed(String entry, String found) throws Exception {
        Path file = Files.write(folder.resolve("upload"), zip(entry));
        assertInvalidFile(
                "csv.other-format", Map.of("found", found), () -> RequestFiles.open(file, FileOptions.open311()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n"})
    void blankFileIsEmpty(String text) {
        assertInvalidFile("csv.empty", () -> parse(utf8(text)));
        assertInvalidFile("csv.empty", () -> parse(gzipped(utf8(text))));
    }

    @Test
    void randomBytesAreRejected() {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        assertThatThrownBy(() -> parse(noise)).isInstanceOf(InvalidFileException.class);
    }

    @Test
    void damagedGzipIsReadUpToDamage() throws Exception {
        StringBuilder text = new StringBuilder(HEADER + ",description\n");
        Random random = new Random(2);
        for (int i = 0; i < 60_000; i++) {
            text.append(ROW).append(',').append(random.nextLong()).append('\n');
        }
        byte[] whole = gzipped(utf8(text.toString()));
        int read = 0;
        try (RequestFileReader reader = RequestFiles.openText(
                new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2)), FileOptions.open311())) {
            for (; reader.hasNext(); read++) {
                reader.next();
            }
        } catch (InvalidFileException e) {
            assertThat(e.rejection().code()).isEqualTo("csv.broken-gzip");
        }
        assertThat(read).isBetween(10_000, 59_999);
    }

    @Test
    void noByteBeforeDamageIsLost() throws Exception {
        StringBuilder text = new StringBuilder(HEADER + ",description\n");
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            text.append("16-" + i + ",open,Graffiti,2019-05-01T08:00:00Z,")
                    .append(random.nextLong())
                    .append('\n');
        }
        byte[] whole = gzipped(utf8(text.toString()));
        int read = 0;
        try (RequestFileReader reader = RequestFiles.openText(
                new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2)), FileOptions.open311())) {
            for (; reader.hasNext(); read++) {
                assertThat(reader.next().fields().getFirst()).isEqualTo("16-" + read);
            }
        } catch (InvalidFileException e) {
            assertThat(e.rejection().code()).isEqualTo("csv.broken-gzip");
        }
        assertThat(read).isBetween(500, 1_999);
    }

    @Test
    void gzipWithoutTrailerOrWithWrongChecksumIsDamaged() {
        byte[] whole = gzipped(utf8(HEADER + "\n" + ROW + "\n"));
        assertInvalidFile("csv.broken-gzip", () -> parse(Arrays.copyOf(whole, whole.length - 4)));
        assertInvalidFile("csv.broken-gzip", () -> parse(new byte[] {0x1f, (byte) 0x8b, 8}));
        whole[whole.length - 8] ^= 1;
        assertInvalidFile("csv.broken-gzip", () -> parse(whole));
    }

    @Test
    void sizeOfTextIsLimited() {
        byte[] bomb = gzipped(utf8(HEADER + "\n" + (ROW + "\n").repeat(100_000)));
        assertInvalidFile("csv.too-long", () -> {
            InputStream text = new GZIPInputStream(new ByteArrayInputStream(bomb));
            byte[] head = CsvRequestReader.readHead(text);
            try (RequestFileReader reader = CsvRequestReader.open(head, text, FileOptions.open311(), 1 << 20)) {
                while (reader.hasNext()) {
                    reader.next();
                }
            }
        });
    }

    @Test
    void errorOfDiskIsNoFaultOfFile() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(utf8(HEADER + "\n" + (ROW + "\n").repeat(10_000))), new BrokenDiskStream());
        assertThatThrownBy(() -> {
                    try (RequestFileReader reader = RequestFiles.openText(broken, FileOptions.open311())) {
                        while (reader.hasNext()) {
                            reader.next();
                        }
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("The disk failed");
    }

    private static byte[] zip(String entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(utf8(HEADER));
        }
        return bytes.toByteArray();
    }

    private static final class BrokenDiskStream extends InputStream {

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
