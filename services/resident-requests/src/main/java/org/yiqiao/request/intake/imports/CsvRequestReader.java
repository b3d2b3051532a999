package org.yiqiao.request.intake.imports;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.request.intake.imports.HeaderFinder.Header;

/**
 * Reads delimited text (RFC 4180) as a stream. Character set, separator and header are found in the first bytes. The
 * memory for one record and the size of the text are limited.
 */
final class CsvRequestReader implements RequestFileReader {

    /** The maximum size of the text, in bytes. A gzip file of a thousandth of this size can reach it. */
    static final long MAX_TEXT_BYTES = 4L << 30;

    private static final int HEAD_BYTES = 256 << 10;
    private static final int EXAMINED_ROWS = 200;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final Pattern SEPARATOR_LINE = Pattern.compile("sep=(.)\\R?", Pattern.CASE_INSENSITIVE);

    private final Reader text;
    private final CsvRecordReader records;
    private final FileFormat format;
    private final MappedRowParser parser;
    private @Nullable FileRecord ahead;
    private boolean started;

    private CsvRequestReader(Reader text, CsvRecordReader records, FileFormat format, MappedRowParser parser) {
        this.text = text;
        this.records = records;
        this.format = format;
        this.parser = parser;
    }

    /** @throws InvalidFileException if the text has no header with the columns of a request */
    static CsvRequestReader open(InputStream bytes, FileOptions options) throws IOException, InvalidFileException {
        return open(readHead(bytes), bytes, options, MAX_TEXT_BYTES);
    }

    /**
     * Opens text after its first bytes were read.
     *
     * @param head the bytes of {@link #readHead}
     * @param bytes the rest of the text
     */
    static CsvRequestReader open(byte[] head, InputStream bytes, FileOptions options, long maxTextBytes)
            throws IOException, InvalidFileException {
        DetectedCharset detected = DetectedCharset.of(head, options.charset());
        requireDeclaredCharset(head, detected, options);
        String start = decode(head, detected);
        for (char separator : separators(start, options)) {
            List<FileRecord> firstRows = firstRows(start, separator);
            Header header = HeaderFinder.find(firstRows, options.mapping()).orElse(null);
            if (header != null) {
                return open(bytes, options, maxTextBytes, head, detected, separator, header, firstRows);
            }
        }
        throw HeaderFinder.missing(firstRows(start, separators(start, options).getFirst()), options.mapping());
    }

    private static CsvRequestReader open(
            InputStream bytes,
            FileOptions options,
            long maxTextBytes,
            byte[] head,
            DetectedCharset detected,
            char separator,
            Header header,
            List<FileRecord> firstRows)
            throws IOException, InvalidFileException {
        InputStream whole = new SizeLimitedInputStream(
                new SequenceInputStream(new ByteArrayInputStream(head), bytes), maxTextBytes);
        whole.skipNBytes(detected.markLength());
        Reader text = new InputStreamReader(whole, decoder(detected.charset()));
        CsvRecordReader records = new CsvRecordReader(text, separator);
        ColumnPositions columns = header.columns();
        long headerLine = header.row().line();
        FileFormat format = new FileFormat(
                "csv",
                detected.charset().name(),
                String.valueOf(separator),
                null,
                options.mapping().name(),
                headerLine,
                columns.header(),
                columns.ignored());
        List<FileRecord> dataRows = firstRows.stream()
                .filter(row -> row.line() > headerLine && row.fault() == null)
                .toList();
        CsvRequestReader reader =
                new CsvRequestReader(text, records, format, new MappedRowParser(columns, options, true, dataRows));
        reader.skipThrough(headerLine);
        return reader;
    }

    @Override
    public FileFormat format() {
        return format;
    }

    @Override
    public boolean hasNext() throws InvalidFileException, IOException {
        if (!started) {
            ahead = read();
            started = true;
        }
        return ahead != null;
    }

    @Override
    public FileRecord next() throws InvalidFileException, IOException {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        FileRecord row = ahead;
        started = false;
        return row;
    }

    @Override
    public RequestRow parse(FileRecord row, Instant now) throws InvalidRowException {
        return parser.parse(row, now);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private void skipThrough(long headerLine) throws InvalidFileException, IOException {
        FileRecord row = read();
        while (row != null && row.line() < headerLine) {
            row = read();
        }
    }

    private @Nullable FileRecord read() throws InvalidFileException, IOException {
        try {
            return records.read();
        } catch (EOFException | ZipException e) {
            throw new InvalidFileException(Rejection.invalid("csv.broken-gzip"));
        } catch (SizeLimitedInputStream.SizeLimitExceededException e) {
            throw new InvalidFileException(Rejection.invalid("csv.too-long"));
        }
    }

    /** Reads the first bytes. A damage of the file counts only when the reader arrives there. */
    static byte[] readHead(InputStream bytes) throws IOException, InvalidFileException {
        byte[] head = new byte[HEAD_BYTES];
        int length = 0;
        try {
            for (int count = 0; count >= 0 && length < head.length; length += Math.max(count, 0)) {
                count = bytes.read(head, length, head.length - length);
            }
        } catch (EOFException | ZipException e) {
            if (length == 0) {
                throw new InvalidFileException(Rejection.invalid("csv.broken-gzip"));
            }
        }
        return Arrays.copyOf(head, length);
    }

    private static void requireDeclaredCharset(byte[] head, DetectedCharset declared, FileOptions options)
            throws InvalidFileException {
        if (options.charset() == null) {
            return;
        }
        Charset found = DetectedCharset.of(head, null).charset();
        boolean isOther = found.equals(StandardCharsets.UTF_8)
                ? isChinese(decode(head, DetectedCharset.of(head, null)))
                : decode(head, declared).indexOf(MappedRowParser.INVALID_BYTES_MARKER) >= 0;
        if (!found.equals(declared.charset()) && isOther) {
            throw new InvalidFileException(Rejection.invalid("csv.other-charset")
                    .withDetail("declared", options.charset().name())
                    .withDetail("found", found.name()));
        }
    }

    /** Chinese text in UTF-8 is also valid in many other character sets, but as other characters. */
    private static boolean isChinese(String text) {
        return text.indexOf(MappedRowParser.INVALID_BYTES_MARKER) < 0
                && text.codePoints().filter(Character::isIdeographic).limit(2).count() == 2;
    }

    private static List<Character> separators(String start, FileOptions options) {
        Matcher line = SEPARATOR_LINE.matcher(start);
        if (options.separator() != null) {
            return List.of(options.separator());
        }
        return line.lookingAt() ? List.of(line.group(1).charAt(0)) : SEPARATORS;
    }

    private static List<FileRecord> firstRows(String start, char separator) throws IOException {
        CsvRecordReader records = new CsvRecordReader(new StringReader(start), separator);
        List<FileRecord> rows = new ArrayList<>();
        FileRecord row = records.read();
        while (row != null && rows.size() < EXAMINED_ROWS) {
            rows.add(row);
            row = records.read();
        }
        return rows;
    }

    private static String decode(byte[] head, DetectedCharset detected) throws InvalidFileException {
        ByteBuffer bytes = ByteBuffer.wrap(head);
        bytes.position(detected.markLength());
        CharBuffer text = CharBuffer.allocate(head.length + 1);
        decoder(detected.charset()).decode(bytes, text, false);
        return text.flip().toString();
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(MappedRowParser.INVALID_BYTES_MARKER));
    }
}
