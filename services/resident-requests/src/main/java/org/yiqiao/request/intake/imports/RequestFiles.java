package org.yiqiao.request.intake.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.yiqiao.core.decider.Rejection;

/** Opens files of requests: CSV, plain or gzipped, and XLSX. */
final class RequestFiles {

    private RequestFiles() {}

    /**
     * Recognizes the format of a file and reads its header. The caller closes the reader.
     *
     * @throws InvalidFileException if the file is no table of requests
     */
    static RequestFileReader open(Path file, FileOptions options) throws IOException, InvalidFileException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        boolean opened = false;
        try {
            if (FileSignature.of(peek(bytes)) == FileSignature.ZIP) {
                WorkbookArchive.requireXlsx(file);
                return XlsxRequestReader.open(file, options);
            }
            RequestFileReader reader = openText(bytes, options);
            opened = true;
            return reader;
        } finally {
            if (!opened) {
                bytes.close();
            }
        }
    }

    /**
     * Checks the first bytes of an upload before the rest is accepted. A workbook is checked when it is complete.
     *
     * @throws InvalidFileException if the file is no table of requests
     */
    static void checkStart(byte[] head, FileOptions options) throws IOException, InvalidFileException {
        if (FileSignature.of(head) != FileSignature.ZIP) {
            openText(new ByteArrayInputStream(head), options).close();
        }
    }

    /** Opens delimited text, plain or gzipped. */
    static RequestFileReader openText(InputStream bytes, FileOptions options) throws IOException, InvalidFileException {
        InputStream buffered = bytes.markSupported() ? bytes : new BufferedInputStream(bytes);
        FileSignature outer = FileSignature.of(peek(buffered));
        if (outer != FileSignature.GZIP) {
            outer.requireText();
            return CsvRequestReader.open(buffered, options);
        }
        // No buffer around it: an exception there would lose the bytes that were decompressed before the damage.
        InputStream text = decompress(buffered);
        byte[] head = CsvRequestReader.readHead(text);
        FileSignature inner = FileSignature.of(head);
        if (inner.isCompressed()) {
            throw new InvalidFileException(Rejection.invalid("csv.compressed-twice"));
        }
        inner.requireText();
        return CsvRequestReader.open(head, text, options, CsvRequestReader.MAX_TEXT_BYTES);
    }

    private static InputStream decompress(InputStream bytes) throws IOException, InvalidFileException {
        try {
            return new GZIPInputStream(bytes, 1 << 16);
        } catch (ZipException | EOFException e) {
            throw new InvalidFileException(Rejection.invalid("csv.broken-gzip"));
        }
    }

    private static byte[] peek(InputStream bytes) throws IOException {
        bytes.mark(FileSignature.LENGTH);
        byte[] head = bytes.readNBytes(FileSignature.LENGTH);
        bytes.reset();
        return head;
    }
}
