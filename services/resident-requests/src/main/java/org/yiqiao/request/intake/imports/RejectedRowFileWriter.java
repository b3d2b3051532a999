package org.yiqiao.request.intake.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes rejected rows as CSV with the columns, the separator and the character set of the imported file. The first
 * column states the reason. An import ignores this column, so the corrected file can be sent as it is. An apostrophe
 * keeps a spreadsheet from shortening a code or evaluating a formula.
 */
final class RejectedRowFileWriter implements Closeable {

    static final String REASON_COLUMN = "rejection_reason";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CsvWriter csv;
    private final CharsetEncoder encoder;
    private final int skippedColumns;

    RejectedRowFileWriter(OutputStream out, FileFormat format) throws IOException {
        Charset charset = charset(format);
        encoder = charset.newEncoder();
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, charset));
        if (charset.name().startsWith("UTF")) { // spreadsheets recognize Unicode by this mark
            text.write(BYTE_ORDER_MARK);
        }
        csv = CsvWriter.builder()
                .fieldSeparator(
                        format.separator() == null ? ',' : format.separator().charAt(0))
                .build(text);
        skippedColumns =
                !format.header().isEmpty() && format.header().getFirst().equals(REASON_COLUMN) ? 1 : 0;
        writeRecord(REASON_COLUMN, format.header());
    }

    /**
     * @param reason the reason in the language of the client
     * @param english the reason for a character set that lacks the letters of that language
     */
    void write(RejectedRow row, String reason, String english) {
        writeRecord(
                encoder.canEncode(reason) ? reason : english,
                row.fields().stream().map(SpreadsheetText::wrap).toList());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private void writeRecord(String reason, List<String> fields) {
        List<String> columns = new ArrayList<>();
        columns.add(reason);
        columns.addAll(fields.subList(Math.min(skippedColumns, fields.size()), fields.size()));
        csv.writeRecord(columns);
    }

    /** Returns the character set of the file; UTF-16 without a byte order becomes the order that its mark announces. */
    static Charset charset(FileFormat format) {
        if (format.charset() == null) {
            return StandardCharsets.UTF_8;
        }
        Charset declared = Charset.forName(format.charset());
        if (!declared.canEncode()) { // such as ISO-2022-CN, which Java can only read
            return StandardCharsets.UTF_8;
        }
        return declared.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16LE : declared;
    }
}
