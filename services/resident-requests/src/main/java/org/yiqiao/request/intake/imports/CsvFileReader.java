package org.yiqiao.request.intake.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.yiqiao.core.decider.Rejection;

/**
 * Reads a CSV file (RFC 4180), plain or gzipped, as a stream. The memory for one record and the decompressed size of
 * the file are limited.
 */
final class CsvFileReader implements AutoCloseable {

    /** The maximum length of a record, in characters. */
    static final int MAX_RECORD_LENGTH = 1 << 18;

    /** The maximum decompressed size of a file, in bytes. A gzip file of a thousandth of this size can reach it. */
    private static final long MAX_TEXT_BYTES = 4L << 30;

    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final CsvColumns columns;

    private CsvFileReader(CsvReader<CsvRecord> reader, Iterator<CsvRecord> records, CsvColumns columns) {
        this.reader = reader;
        this.records = records;
        this.columns = columns;
    }

    /** @throws InvalidFileException if the file is not CSV with the columns of a request */
    static CsvFileReader open(InputStream bytes) throws IOException, InvalidFileException {
        return open(bytes, MAX_TEXT_BYTES);
    }

    static CsvFileReader open(InputStream bytes, long maxTextBytes) throws IOException, InvalidFileException {
        Reader text = new InputStreamReader(
                new SizeLimitedInputStream(decompress(bytes), maxTextBytes),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(CsvColumns.INVALID_BYTES_MARKER)));
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .maxBufferSize(MAX_RECORD_LENGTH)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(
                        CsvRecordHandler.builder()
                                .maxFieldSize(MAX_RECORD_LENGTH)
                                .maxRecordSize(MAX_RECORD_LENGTH)
                                .build(),
                        new ByteOrderMarkFilter(text));
        Iterator<CsvRecord> records = reader.iterator();
        CsvRecord header = next(records);
        return new CsvFileReader(reader, records, CsvColumns.of(header));
    }

    /** Returns whether a file that starts with these bytes is gzipped. */
    static boolean isGzip(byte[] head) {
        return head.length > 1 && head[0] == 0x1f && head[1] == (byte) 0x8b;
    }

    CsvColumns columns() {
        return columns;
    }

    /** @throws InvalidFileException if the file cannot be read further */
    boolean hasNext() throws InvalidFileException, IOException {
        try {
            return records.hasNext();
        } catch (CsvParseException | UncheckedIOException e) {
            throw toFileException(e);
        }
    }

    CsvRecord next() throws InvalidFileException, IOException {
        return next(records);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static CsvRecord next(Iterator<CsvRecord> records) throws InvalidFileException, IOException {
        try {
            return records.next();
        } catch (NoSuchElementException e) {
            throw new InvalidFileException(Rejection.invalid("csv.empty"));
        } catch (CsvParseException | UncheckedIOException e) {
            throw toFileException(e);
        }
    }

    private static InvalidFileException toFileException(RuntimeException e) throws IOException {
        if (e.getCause() instanceof ZipException || e.getCause() instanceof EOFException) {
            return new InvalidFileException(Rejection.invalid("csv.broken-gzip"));
        }
        if (e.getCause() instanceof SizeLimitedInputStream.SizeLimitExceededException) {
            return new InvalidFileException(Rejection.invalid("csv.too-long"));
        }
        if (e.getCause() instanceof IOException io && !(e instanceof CsvParseException)) {
            throw io;
        }
        return new InvalidFileException(Rejection.invalid("csv.malformed"));
    }

    private static InputStream decompress(InputStream bytes) throws IOException, InvalidFileException {
        BufferedInputStream buffered = new BufferedInputStream(bytes);
        buffered.mark(2);
        boolean gzipped = isGzip(buffered.readNBytes(2));
        buffered.reset();
        try {
            return gzipped ? new GZIPInputStream(buffered, 1 << 16) : buffered;
        } catch (ZipException | EOFException e) {
            throw new InvalidFileException(Rejection.invalid("csv.broken-gzip"));
        }
    }

    /** Skips a byte order mark at the start of the text. */
    private static final class ByteOrderMarkFilter extends FilterReader {

        private boolean started;

        ByteOrderMarkFilter(Reader text) {
            super(text);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (!started && count > 0) {
                started = true;
                if (buffer[offset] == BYTE_ORDER_MARK) {
                    System.arraycopy(buffer, offset + 1, buffer, offset, count - 1);
                    return count == 1 ? super.read(buffer, offset, length) : count - 1;
                }
            }
            return count;
        }
    }
}
