package org.yiqiao.request.intake.imports;

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
     * Stores an upload that is a table of requests. The start of a text file is checked before the rest is read; a
     * workbook is checked when it is complete.
     *
     * @param gzip whether the client declared the upload as gzip
     * @throws InvalidFileException if the upload is something else
     */
    Path store(String name, boolean gzip, FileOptions options, InputStream upload)
            throws IOException, InvalidFileException {
        byte[] head = upload.readNBytes(HEADER_BYTES);
        FileSignature signature = FileSignature.of(head);
        if (gzip && signature != FileSignature.GZIP) {
            throw new InvalidFileException(Rejection.invalid("csv.not-gzip"));
        }
        RequestFiles.checkStart(head, options);
        Files.createDirectories(folder);
        Path partial = Files.createTempFile(folder, name, ".half"); // readable by its owner only
        try {
            try (OutputStream out = Files.newOutputStream(partial)) {
                out.write(head);
                upload.transferTo(out);
            }
            if (signature == FileSignature.ZIP) {
                RequestFiles.open(partial, options).close();
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
}
