package org.yiqiao.request.intake.imports;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits text into the records of RFC 4180 and continues after a malformed one.
 *
 * <p>If a quote is not closed or text follows a closing quote, the malformed record ends with its first line, and the
 * next line starts a record. Libraries for CSV stop there, and all later rows are lost.
 */
final class CsvRecordReader {

    /** The maximum length of a record, in characters. */
    static final int MAX_RECORD_LENGTH = 1 << 18;

    private static final int END = -1;
    private static final int TOO_LONG = -2;
    private static final int MAX_SHOWN_LENGTH = 1_000;

    private final Reader text;
    private final char separator;
    private char[] buffer = new char[1 << 14];

    /** Position of the current record in the buffer. */
    private int start;

    private int limit;
    private long line = 1;

    /** Position after the parsed part of the record, relative to its start. */
    private int next;

    private int lineBreaks;

    CsvRecordReader(Reader text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** Returns the next record, or null at the end of the text. Empty lines are skipped. */
    @Nullable
    FileRecord read() throws IOException {
        while (isLineBreak(at(0))) {
            int length = lineBreakLength(0);
            start += length;
            line++;
        }
        if (at(0) == END) {
            return null;
        }
        next = 0;
        lineBreaks = 0;
        List<String> fields = new ArrayList<>();
        boolean more;
        do {
            String field = at(next) == '"' ? quotedField() : plainField();
            int end = at(next);
            if (field == null || !isEndOfField(end)) {
                return malformed(reached() == TOO_LONG ? "row.record-too-long" : "row.quote");
            }
            fields.add(field);
            more = end == separator;
            next += more ? 1 : 0;
        } while (more);
        FileRecord row = FileRecord.readable(line, fields);
        line += lineBreaks;
        endLine(next);
        return row;
    }

    private String plainField() throws IOException {
        int from = next;
        int character = at(next);
        while (character >= 0 && character != separator && !isLineBreak(character)) {
            character = at(++next);
        }
        return new String(buffer, start + from, next - from);
    }

    /** Returns null if the closing quote is missing. */
    private @Nullable String quotedField() throws IOException {
        StringBuilder field = new StringBuilder();
        int from = ++next;
        while (true) {
            int character = at(next);
            if (character < 0) {
                return null;
            }
            if (character == '"') {
                field.append(buffer, start + from, next - from);
                next++;
                if (at(next) != '"') {
                    return field.toString();
                }
                from = next++;
            } else if (isLineBreak(character)) {
                next += lineBreakLength(next);
                lineBreaks++;
            } else {
                next++;
            }
        }
    }

    private int reached() throws IOException {
        return at(next);
    }

    private FileRecord malformed(String fault) throws IOException {
        int end = 0;
        while (at(end) >= 0 && !isLineBreak(at(end))) {
            end++;
        }
        String shown = new String(buffer, start, Math.min(end, MAX_SHOWN_LENGTH));
        FileRecord row = new FileRecord(line, List.of(shown), fault);
        while (at(end) == TOO_LONG) {
            start += end;
            end = 0;
            while (at(end) >= 0 && !isLineBreak(at(end))) {
                end++;
            }
        }
        endLine(end);
        return row;
    }

    private void endLine(int end) throws IOException {
        int length = isLineBreak(at(end)) ? lineBreakLength(end) : 0;
        line += length > 0 ? 1 : 0;
        start += end + length;
    }

    private boolean isEndOfField(int character) {
        return character == END || character == separator || isLineBreak(character);
    }

    private static boolean isLineBreak(int character) {
        return character == '\n' || character == '\r';
    }

    private int lineBreakLength(int offset) throws IOException {
        return at(offset) == '\r' && at(offset + 1) == '\n' ? 2 : 1;
    }

    /** Returns a character of the record. */
    private int at(int offset) throws IOException {
        int position = start + offset;
        return position < limit ? buffer[position] : fill(offset);
    }

    private int fill(int offset) throws IOException {
        if (offset > MAX_RECORD_LENGTH) {
            return TOO_LONG;
        }
        System.arraycopy(buffer, start, buffer, 0, limit - start);
        limit -= start;
        start = 0;
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        while (limit <= offset) {
            int count = text.read(buffer, limit, buffer.length - limit);
            if (count < 0) {
                return END;
            }
            limit += count;
        }
        return buffer[offset];
    }
}
