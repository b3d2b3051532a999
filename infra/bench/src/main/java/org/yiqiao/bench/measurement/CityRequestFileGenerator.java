package org.yiqiao.bench.measurement;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.yiqiao.bench.subject.BenchmarkTown;

/**
 * Writes half a year of requests of a fictitious city as a gzipped CSV file with the columns of Open311. Nine of ten
 * requests are closed.
 */
final class CityRequestFileGenerator {

    static final int ROWS = 34_508;

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final int SECONDS = 184 * 24 * 3_600;
    private static final String COLUMNS =
            "service_request_id,status,service_name,requested_datetime,updated_datetime,lat,long,address,description\n";

    private CityRequestFileGenerator() {}

    /** @param first number of the first row. The n-th row is always the same. */
    static Path write(Path file, int first, int rows) throws IOException {
        Files.createDirectories(file.getParent());
        try (Writer out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 64 << 10), StandardCharsets.UTF_8)) {
            out.write(COLUMNS);
            for (int row = first; row < first + rows; row++) {
                out.write(row(row));
            }
        }
        return file;
    }

    private static String row(int n) {
        SplittableRandom random = new SplittableRandom(n);
        Instant requested = FIRST.plusSeconds(random.nextInt(SECONDS));
        boolean closed = random.nextInt(10) > 0;
        return String.format(
                Locale.ROOT,
                "c%d,%s,Service %d,%s,%s,%.6f,%.6f,Lane %d,Row %d of a city that does not exist\n",
                n,
                closed ? "closed" : "open",
                random.nextInt(12),
                requested,
                requested.plusSeconds(600 + random.nextInt(500_000)),
                BenchmarkTown.SOUTH + random.nextDouble(0.01, 0.99) * BenchmarkTown.HEIGHT,
                BenchmarkTown.WEST + random.nextDouble(0.01, 0.99) * BenchmarkTown.WIDTH,
                random.nextInt(400),
                n);
    }
}
