package org.yiqiao.audit;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.yiqiao.edge.web.SpreadsheetCell;

/**
 * Writes the links of a chain as CSV, and reads them. An apostrophe keeps a spreadsheet from evaluating a formula or
 * shortening a code; reading removes it.
 */
final class AuditCsvCodec {

    static final List<String> COLUMNS = List.of(
            "seq",
            "at",
            "operation",
            "target",
            "caller",
            "posts",
            "address",
            "purpose",
            "correlation",
            "refers",
            "outcome",
            "detail",
            "previous",
            "hash");

    private AuditCsvCodec() {}

    static void write(CsvWriter csv, AuditChainLink link) {
        AuditEntry entry = link.entry();
        csv.writeRecord(List.of(
                Long.toString(link.seq()),
                entry.at().toString(),
                SpreadsheetCell.escape(entry.operation()),
                SpreadsheetCell.escape(entry.target()),
                SpreadsheetCell.escape(entry.caller()),
                SpreadsheetCell.escape(entry.posts()),
                SpreadsheetCell.escape(entry.address()),
                SpreadsheetCell.escape(entry.purpose()),
                SpreadsheetCell.escape(entry.correlation()),
                Long.toString(entry.refers()),
                SpreadsheetCell.escape(entry.outcome()),
                SpreadsheetCell.escape(entry.detail()),
                link.previousHash(),
                link.hash()));
    }

    /** Reads a link. A cell that cannot be parsed yields a substitute value, which the verification detects. */
    static AuditChainLink read(NamedCsvRecord row) {
        return new AuditChainLink(
                longField(row, "seq"),
                new AuditEntry(
                        parseInstant(row.getField("at")),
                        textField(row, "operation"),
                        textField(row, "target"),
                        textField(row, "caller"),
                        textField(row, "posts"),
                        textField(row, "address"),
                        textField(row, "purpose"),
                        textField(row, "correlation"),
                        longField(row, "refers"),
                        textField(row, "outcome"),
                        textField(row, "detail")),
                row.getField("previous"),
                row.getField("hash"));
    }

    private static String textField(NamedCsvRecord row, String column) {
        return SpreadsheetCell.unescape(row.getField(column));
    }

    private static long longField(NamedCsvRecord row, String column) {
        try {
            return Long.parseLong(row.getField(column));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Instant parseInstant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
