package org.yiqiao.request.intake.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A CSV file of requests, in memory. */
final class TestFile {

    static final String HEADER = "service_request_id,status,service_name,requested_datetime";
    static final String ROW = "16-42,Open,Graffiti,2019-05-01T08:00:00+08:00";

    private TestFile() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzipped(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<CsvColumns.Row> rows(String text) throws IOException, FileFault, RowFault {
        return rows(new ByteArrayInputStream(utf8(text)));
    }

    static List<CsvColumns.Row> rows(byte[] bytes) throws IOException, FileFault, RowFault {
        return rows(new ByteArrayInputStream(bytes));
    }

    static List<CsvColumns.Row> rows(InputStream bytes) throws IOException, FileFault, RowFault {
        List<CsvColumns.Row> rows = new ArrayList<>();
        try (CsvFile file = CsvFile.open(bytes)) {
            while (file.hasNext()) {
                rows.add(file.columns().row(file.next()));
            }
        }
        return rows;
    }
}
