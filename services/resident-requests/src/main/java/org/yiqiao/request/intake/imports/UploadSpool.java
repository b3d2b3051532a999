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
import org.yiqiao.binding.runtime.YiqiaoProperties;
import org.yiqiao.core.decider.Rejection;

/** Uploads on disk until they are imported, readable by the owner of the process alone. */
@Component
class UploadSpool {

    /** What of an upload is looked at before the rest is taken: enough for any header. */
    private static final int HEADER_BYTES = 64 << 10;

    private final Path folder;

    UploadSpool(YiqiaoProperties yiqiao) {
        this.folder = yiqiao.dataDir().resolve("imports");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Takes an upload whose beginning is the beginning of a CSV file of requests.
     *
     * @param gzip whether it was said to be gzipped
     * @throws InvalidFileException if it is something else; the rest of it is not read then
     */
    Path store(String name, boolean gzip, InputStream upload) throws IOException, InvalidFileException {
        byte[] head = upload.readNBytes(HEADER_BYTES);
        if (gzip && !CsvFileReader.isGzip(head)) {
            throw new InvalidFileException(Rejection.invalid("csv.not-gzip"));
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

    private static void checkHeader(byte[] head) throws IOException, InvalidFileException {
        try (CsvFileReader file = CsvFileReader.open(new ByteArrayInputStream(head))) {
            file.columns();
        }
    }
}
