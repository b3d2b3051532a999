package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiqiao.request.intake.imports.TestFile.HEADER;
import static org.yiqiao.request.intake.imports.TestFile.ROW;
import static org.yiqiao.request.intake.imports.TestFile.gzipped;
import static org.yiqiao.request.intake.imports.TestFile.utf8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.contracts.Service;
import org.yiqiao.support.spine.YiqiaoProperties;

class SpoolTest {

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Path take(InputStream upload) throws IOException, FileFault {
        return spool().take("1.csv", false, upload);
    }

    private Spool spool() {
        return new Spool(new YiqiaoProperties(Service.RESIDENT_REQUESTS, "test-", folder));
    }

    private Path take(byte[] upload) throws IOException, FileFault {
        return take(new ByteArrayInputStream(upload));
    }

    /** Hardly compressible. */
    private static String noise(int length) {
        StringBuilder text = new StringBuilder();
        new Random(3).ints(length, 'a', 'z' + 1).forEach(letter -> text.append((char) letter));
        return text.toString();
    }

    @Test
    void anUploadIsKeptWhole() throws Exception {
        byte[] plain = utf8(HEADER + "\n" + (ROW + "\n").repeat(10_000));
        assertThat(take(plain)).hasBinaryContent(plain);
    }

    @Test
    void anUploadIsItsOwnersAlone() throws Exception {
        Path kept = take(utf8(HEADER + "\n" + ROW + "\n"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
    }

    @Test
    void aGzippedUploadIsKeptAsItIs() throws Exception {
        byte[] gzip = gzipped(utf8(HEADER + ",description\n" + (ROW + "," + noise(300_000) + "\n")));
        assertThat(gzip).hasSizeGreaterThan(100_000);
        assertThat(take(gzip)).hasBinaryContent(gzip);
    }

    @Test
    void aFirstRowOfMoreThanTheHeadIsNoFault() throws Exception {
        byte[] plain = utf8(HEADER + ",description\n" + ROW + ",\"" + noise(100_000) + "\n\"\n");
        assertThat(take(plain)).hasBinaryContent(plain);
    }

    @Test
    void whatIsNoFileOfRequestsIsNotKept() {
        assertThatThrownBy(() -> take(utf8("a,b\n1,2\n"))).isInstanceOf(FileFault.class);
        assertThatThrownBy(() -> take(new byte[0])).isInstanceOf(FileFault.class);
        assertThatThrownBy(() -> take(new byte[] {0x1f, (byte) 0x8b, 8})).isInstanceOf(FileFault.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsSaidToBeGzippedIsGzipped() throws Exception {
        byte[] plain = utf8(HEADER + "\n" + ROW + "\n");
        assertThatThrownBy(() -> spool().take("1.csv", true, new ByteArrayInputStream(plain)))
                .isInstanceOfSatisfying(
                        FileFault.class,
                        fault -> assertThat(fault.rejection().code()).isEqualTo("csv.not-gzip"));
        assertThat(spool().take("1.csv", true, new ByteArrayInputStream(gzipped(plain))))
                .exists();
    }

    @Test
    void anUploadThatBreaksOffIsNotKept() throws Exception {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(utf8(HEADER + "\n" + (ROW + "\n").repeat(10_000))), new GoneCaller());
        assertThatThrownBy(() -> take(broken)).isInstanceOf(IOException.class).hasMessage("The caller is gone");
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private static final class GoneCaller extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("The caller is gone");
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            throw new IOException("The caller is gone");
        }
    }
}
