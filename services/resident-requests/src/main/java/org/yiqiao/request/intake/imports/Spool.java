package org.yiqiao.request.intake.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.spine.YiqiaoProperties;

/** Uploads on disk until they are imported. */
@Component
class Spool {

    /** What of an upload is looked at before the rest is taken: enough for any header. */
    private static final int HEAD = 64 << 10;

    private final Path folder;

    Spool(YiqiaoProperties yiqiao) {
        this.folder = yiqiao.dataDir().resolve("imports");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Takes an upload whose beginning is the beginning of a CSV file of requests.
     *
     * @param gzip whether it was said to be gzipped
     * @throws FileFault if it is something else; the rest of it is not read then
     */
    Path take(String name, boolean gzip, InputStream upload) throws IOException, FileFault {
        byte[] head = upload.readNBytes(HEAD);
        if (gzip && !CsvFile.isGzip(head)) {
            throw new FileFault(Rejection.invalid("csv.not-gzip"));
        }
        checkHeader(head);
        Files.createDirectories(folder);
        Path file = file(name);
        try (InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), upload)) {
            Files.copy(whole, file);
            return file;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void checkHeader(byte[] head) throws IOException, FileFault {
        try (CsvFile file = CsvFile.open(new ByteArrayInputStream(head))) {
            file.columns();
        }
    }
}
