package org.yiqiao.request.intake.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.request.intake.imports.HeaderFinder.Header;

/**
 * Reads one sheet of an XLSX workbook as a stream. Numbers in columns of times count as dates of the workbook, other
 * numbers as their digits. Empty rows are skipped.
 */
final class XlsxRequestReader implements RequestFileReader {

    private static final Logger log = LoggerFactory.getLogger(XlsxRequestReader.class);
    private static final int EXAMINED_ROWS = 200;
    private static final Set<RequestField> TIMES =
            Set.of(RequestField.REQUESTED, RequestField.UPDATED, RequestField.CLOSED);

    /** The numbers of the days from 1970 to 2199 in a workbook. */
    private static final BigDecimal MIN_DAY = BigDecimal.valueOf(24_107);

    private static final BigDecimal MAX_DAY = BigDecimal.valueOf(109_575);
    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final Deque<Row> buffered;
    private final LocalDate dayZero;
    private final List<@Nullable RequestField> fields;
    private final FileFormat format;
    private final MappedRowParser parser;
    private @Nullable FileRecord ahead;

    private XlsxRequestReader(
            ReadableWorkbook workbook,
            String sheet,
            Stream<Row> stream,
            Iterator<Row> rows,
            List<Row> firstRows,
            Header header,
            FileOptions options) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = rows;
        this.dayZero = workbook.isDate1904() ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
        ColumnPositions columns = header.columns();
        this.fields = new ArrayList<>();
        for (int i = 0; i < columns.count(); i++) {
            fields.add(columns.fieldAt(i));
        }
        long headerLine = header.row().line();
        this.format = new FileFormat(
                "xlsx", null, null, sheet, options.mapping().name(), headerLine, columns.header(), columns.ignored());
        this.buffered = new ArrayDeque<>(
                firstRows.stream().filter(row -> row.getRowNum() > headerLine).toList());
        this.parser = new MappedRowParser(
                columns, options, false, buffered.stream().map(this::toRecord).toList());
    }

    /** @throws InvalidFileException if the workbook cannot be read or its sheet has no header of requests */
    static XlsxRequestReader open(Path file, FileOptions options) throws IOException, InvalidFileException {
        ReadableWorkbook workbook = null;
        boolean opened = false;
        try {
            workbook = new ReadableWorkbook(file.toFile());
            Sheet sheet = sheet(workbook, options.sheet());
            Stream<Row> stream = sheet.openStream();
            Iterator<Row> rows = stream.iterator();
            List<Row> firstRows = new ArrayList<>();
            while (firstRows.size() < EXAMINED_ROWS && rows.hasNext()) {
                firstRows.add(rows.next());
            }
            List<FileRecord> texts = firstRows.stream()
                    .limit(HeaderFinder.SEARCHED_RECORDS)
                    .map(XlsxRequestReader::toTexts)
                    .filter(row -> !isEmpty(row))
                    .toList();
            Header header = HeaderFinder.find(texts, options.mapping())
                    .orElseThrow(() -> HeaderFinder.missing(texts, options.mapping()));
            XlsxRequestReader reader =
                    new XlsxRequestReader(workbook, sheet.getName(), stream, rows, firstRows, header, options);
            opened = true;
            return reader;
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        } finally {
            if (!opened && workbook != null) {
                workbook.close();
            }
        }
    }

    private static Sheet sheet(ReadableWorkbook workbook, @Nullable String name) throws InvalidFileException {
        if (name == null) {
            return workbook.getFirstSheet();
        }
        return workbook.findSheet(name)
                .orElseThrow(() -> new InvalidFileException(Rejection.invalid("csv.sheet-unknown")
                        .withDetail("sheet", name)
                        .withDetail(
                                "sheets",
                                workbook.getSheets().map(Sheet::getName).toList())));
    }

    @Override
    public FileFormat format() {
        return format;
    }

    @Override
    public boolean hasNext() throws InvalidFileException {
        try {
            while (ahead == null && (!buffered.isEmpty() || rows.hasNext())) {
                FileRecord row = toRecord(buffered.isEmpty() ? rows.next() : buffered.remove());
                ahead = isEmpty(row) ? null : row;
            }
            return ahead != null;
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    @Override
    public FileRecord next() throws InvalidFileException {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        FileRecord row = ahead;
        ahead = null;
        return row;
    }

    @Override
    public RequestRow parse(FileRecord row, Instant now) throws InvalidRowException {
        return parser.parse(row, now);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    private FileRecord toRecord(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            texts.add(text(row, i, fields.get(i)));
        }
        return FileRecord.readable(row.getRowNum(), texts);
    }

    private String text(Row row, int column, @Nullable RequestField field) {
        Cell cell = column < row.getCellCount() ? row.getCell(column) : null;
        return cell != null && field != null && TIMES.contains(field) && cell.getValue() instanceof BigDecimal day
                ? time(day)
                : text(cell);
    }

    private String time(BigDecimal day) {
        if (day.compareTo(MIN_DAY) < 0 || day.compareTo(MAX_DAY) > 0) {
            return day.toPlainString();
        }
        long seconds =
                day.multiply(SECONDS_PER_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        LocalDateTime time = dayZero.atStartOfDay().plusSeconds(seconds);
        return time.toString();
    }

    private static FileRecord toTexts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            texts.add(text(row.getCell(i)));
        }
        return FileRecord.readable(row.getRowNum(), texts);
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getType()) {
            case EMPTY, ERROR -> "";
            case NUMBER, STRING, BOOLEAN, FORMULA ->
                switch (cell.getValue()) {
                    case null -> "";
                    case BigDecimal number -> ShortenedCodes.fromNumber(number);
                    case Object other -> other.toString();
                };
        };
    }

    private static boolean isEmpty(FileRecord row) {
        return row.fields().stream().allMatch(String::isBlank);
    }

    /** The library reports a damaged workbook by exceptions of many kinds, at any row. */
    private static InvalidFileException broken(Exception e) {
        log.debug("A workbook is damaged", e);
        return new InvalidFileException(Rejection.invalid("csv.broken-workbook"));
    }
}
