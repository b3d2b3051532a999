package org.yiqiao.request.intake.imports;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.request.intake.imports.CsvFixture.gzipped;
import static org.yiqiao.request.intake.imports.CsvFixture.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files lead to rejected rows or a rejected file, never to another error. The system property
 * {@code fuzz.files} sets the number of files.
 */
class RequestFileFuzzTest {

    private static final int FILES = Integer.getInteger("fuzz.files", 1_500);
    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
    private static final String TEXT = "service_request_id,status,service_name,requested_datetime,closed_datetime,"
            + "description,lat,long,place_code,media_url\n"
            + "DS-1,closed,路灯故障,2026-11-02T08:15:00+08:00,2026年11月3日 8:00,\"东山路, \"\"北口\"\"\n路灯\",30.05,120.19,"
            + "330109106004,https://example.org/1.jpg\n"
            + "DS-2,open,Noise,2026/11/20 08:30:00+08,,night,,,33010910600400101,\n"
            + "DS-3,closed,Noise,20261120083000,2026-11-20,day,0,0,=\"330109106004001\",\n";

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void damagedFileIsRejectedOrRead() throws Exception {
        List<byte[]> files = List.of(
                utf8(TEXT),
                TEXT.getBytes(DetectedCharset.GB18030),
                TEXT.getBytes(UTF_16LE),
                utf8(TEXT.replace(',', ';')),
                gzipped(utf8(TEXT)),
                workbook());
        for (int seed = 0; seed < FILES; seed++) {
            Random random = new Random(seed);
            byte[] damaged = damage(files.get(seed % files.size()), random);
            Path file = Files.write(folder.resolve("damaged"), damaged);
            try {
                assertThat(read(file)).as("seed %d", seed).isGreaterThanOrEqualTo(0);
            } catch (RuntimeException | IOException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static int read(Path file) throws IOException {
        int rows = 0;
        try (RequestFileReader reader = RequestFiles.open(file, FileOptions.open311())) {
            for (; reader.hasNext(); rows++) {
                parse(reader, reader.next());
            }
        } catch (InvalidFileException e) {
            assertThat(e.rejection().code()).startsWith("csv.");
        }
        return rows;
    }

    private static void parse(RequestFileReader reader, FileRecord row) {
        try {
            assertThat(reader.parse(row, NOW).externalId()).isNotBlank();
        } catch (InvalidRowException e) {
            assertThat(e.code()).contains(".");
        }
    }

    private static byte[] damage(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int changes = random.nextInt(1, 6); changes > 0 && bytes.length > 0; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "\"\n,;\t\r0".charAt(random.nextInt(7));
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                case 3 -> System.arraycopy(bytes, 0, bytes, at, Math.min(at, bytes.length - at));
                default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return bytes;
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("1");
            String[] lines = TEXT.replace("\n路灯", "").split("\n", -1);
            for (int row = 0; row < lines.length; row++) {
                String[] fields = lines[row].split(",", -1);
                for (int column = 0; column < fields.length; column++) {
                    sheet.value(row, column, fields[column]);
                }
                sheet.value(row, fields.length, 45_000.5);
            }
        }
        return bytes.toByteArray();
    }
}
