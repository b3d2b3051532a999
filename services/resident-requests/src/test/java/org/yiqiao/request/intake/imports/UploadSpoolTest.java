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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.binding.runtime.ServiceProperties;
import org.yiqiao.contracts.PlatformService;

class UploadSpoolTest {

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Path store(InputStream upload) throws IOException, InvalidFileException {
        return spool().store("1.csv", false, FileOptions.open311(), upload);
    }

    private UploadSpool spool() {
        return new UploadSpool(new ServiceProperties(PlatformService.RESIDENT_REQUESTS, "test-", folder));
    }

    private Path store(byte[] upload) throws IOException, InvalidFileException {
        return store(new ByteArrayInputStream(upload));
    }

    /** Returns text that hardly compresses. */
    private static String randomText(int length) {
        StringBuilder text = new StringBuilder();
        new Random(3).ints(length, 'a', 'z' + 1).forEach(letter -> text.append((char) letter));
        return text.toString();
    }

    @Test
    void uploadIsStoredUnchanged() throws Exception {
        byte[] plain = utf8(HEADER + "\n" + (ROW + "\n").repeat(10_000));
        assertThat(store(plain)).hasBinaryContent(plain);
    }

    @Test
    void uploadIsReadableByOwnerOnly() throws Exception {
        Path stored = store(utf8(HEADER + "\n" + ROW + "\n"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stored)))
                .isEqualTo("rw-------");
    }

    @Test
    void gzipUploadIsStoredUnchanged() throws Exception {
        byte[] gzip = gzipped(utf8(HEADER + ",description\n" + (ROW + "," + randomText(300_000) + "\n")));
        assertThat(gzip).hasSizeGreaterThan(100_000);
        assertThat(store(gzip)).hasBinaryContent(gzip);
    }

    @Test
    void firstRowCanExceedHeaderBytes() throws Exception {
        byte[] plain = utf8(HEADER + ",description\n" + ROW + ",\"" + randomText(100_000) + "\n\"\n");
        assertThat(store(plain)).hasBinaryContent(plain);
    }

    @Test
    void invalidFileIsNotStored() {
        assertThatThrownBy(() -> store(utf8("a,b\n1,2\n"))).isInstanceOf(InvalidFileException.class);
        assertThatThrownBy(() -> store(new byte[0])).isInstanceOf(InvalidFileException.class);
        assertThatThrownBy(() -> store(new byte[] {0x1f, (byte) 0x8b, 8})).isInstanceOf(InvalidFileException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void declaredGzipUploadMustBeGzip() throws Exception {
        byte[] plain = utf8(HEADER + "\n" + ROW + "\n");
        assertThatThrownBy(() -> spool().store("1.csv", true, FileOptions.open311(), new ByteArrayInputStream(plain)))
                .isInstanceOfSatisfying(
                        InvalidFileException.class,
                        e -> assertThat(e.rejection().code()).isEqualTo("csv.not-gzip"));
        assertThat(spool().store("1.csv", true, FileOptions.open311(), new ByteArrayInputStream(gzipped(plain))))
                .exists();
    }

    @Test
    void workbookIsCheckedWhenItIsComplete() throws Exception {
        byte[] table = workbook("service_request_id", "status", "service_name", "requested_datetime");
        assertThat(store(table)).hasBinaryContent(table);
        byte[] other = workbook("name", "phone");
        assertThatThrownBy(() -> spool().store("2.csv", false, FileOptions.open311(), new ByteArrayInputStream(other)))
                .isInstanceOfSatisfying(
                        InvalidFileException.class,
                        e -> assertThat(e.rejection().code()).isEqualTo("csv.columns-missing"));
        assertThat(folder.resolve("imports")).isDirectoryNotContaining("glob:**2.csv*");
    }

    private static byte[] workbook(String... header) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("1");
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void interruptedUploadIsNotStored() throws Exception {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(utf8(HEADER + "\n" + (ROW + "\n").repeat(10_000))),
                new DisconnectedUploadStream());
        assertThatThrownBy(() -> store(broken)).isInstanceOf(IOException.class).hasMessage("The client disconnected");
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private static final class DisconnectedUploadStream extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("The client disconnected");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException("The client disconnected");
        }
    }
}
