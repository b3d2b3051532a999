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
import org.yiqiao.binding.runtime.ServiceProperties;
import org.yiqiao.core.decider.Rejection;

/** Stores uploads on disk until their import ends. Only the owner of the process can read the files. */
@Component
class UploadSpool {

    /** The number of bytes that are checked before the rest of an upload is accepted; enough for any header. */
    private static final int HEADER_BYTES = 64 << 10;

    private final Path folder;

    UploadSpool(ServiceProperties yiqiao) {
        this.folder = yiqiao.dataDir().resolve("imports");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Stores an upload that starts like a CSV file of requests.
     *
     * @param gzip whether the client declared the upload as gzip
     * @throws InvalidFileException if the upload is something else; the rest of it is not read
     */
    Path store(String name, boolean gzip, InputStream upload) throws IOException, InvalidFileException {
        byte[] head = upload.readNBytes(HEADER_BYTES);
        if (gzip && !CsvFileReader.isGzip(head)) {
            throw new InvalidFileException(Rejection.invalid("csv.not-gzip"));
        }
        checkHeader(head);
        Files.createDirectories(folder);
        Path partial = Files.createTempFile(folder, name, ".half"); // readable by its owner only
        try {
            try (OutputStream out = Files.newOutputStream(partial)) {
                out.write(head);
                upload.transferTo(out);
            }
            return Files.move(partial, file(name));
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** Returns all files in the spool, including incomplete uploads. */
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
