package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A file of a million rows is read in a small heap. */
class MillionRowsTest {

    private static final int ROWS = 1_000_000;

    @Test
    void millionRowsAreReadInHeapOf64Megabytes() throws Exception {
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionRowsTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reader.waitFor()).as(output).isZero();
        assertThat(output.strip()).isEqualTo(ROWS + " requests");
    }

    /** Reads the file in a JVM of its own. */
    public static void main(String[] arguments) throws Exception {
        Instant now = Instant.parse("2026-11-30T00:00:00Z");
        int requests = 0;
        try (RequestFileReader reader = RequestFiles.openText(new RowStream(), FileOptions.open311())) {
            while (reader.hasNext()) {
                requests += reader.parse(reader.next(), now).line() > 1 ? 1 : 0;
            }
        }
        System.out.println(requests + " requests");
    }

    /** Generates the file while it is read. */
    private static final class RowStream extends InputStream {

        private byte[] row = bytes(CsvFixture.HEADER + ",description,lat,long,closed_datetime\n");
        private int position;
        private int rows;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (position == row.length) {
                if (rows == ROWS) {
                    return -1;
                }
                rows++;
                position = 0;
                row = bytes("DS-" + rows + ",closed,路灯故障,2026/11/20 08:30:00+08,\"东山路北口的路灯，\n已三天不亮。\",30.0"
                        + rows % 1_000 + ",120.2" + rows % 1_000 + ",2026年11月21日 8:05\n");
            }
            int count = Math.min(length, row.length - position);
            System.arraycopy(row, position, buffer, offset, count);
            position += count;
            return count;
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
