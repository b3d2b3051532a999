package org.yiqiao.request.intake.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.spine.YiqiaoProperties;

/** Uploads on disk until they are imported, readable by the owner of the process alone. */
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
        Path half = Files.createTempFile(folder, name, ".half"); // its owner's alone
        try {
            try (OutputStream kept = Files.newOutputStream(half)) {
                kept.write(head);
                upload.transferTo(kept);
            }
            return Files.move(half, file(name));
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** Whatever lies there, also what was never whole. */
    List<Path> files() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void checkHeader(byte[] head) throws IOException, FileFault {
        try (CsvFile file = CsvFile.open(new ByteArrayInputStream(head))) {
            file.columns();
        }
    }
}
