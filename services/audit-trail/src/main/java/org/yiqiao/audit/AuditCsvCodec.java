package org.yiqiao.audit;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * Writes the links of a chain as CSV, and reads them. A cell that a spreadsheet would evaluate as a formula is prefixed
 * with an apostrophe, and so is a cell that begins with an apostrophe. Reading removes the prefix.
 */
final class AuditCsvCodec {

    private static final String RISKY = "=+-@\t\r'";

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
                escapeFormula(entry.operation()),
                escapeFormula(entry.target()),
                escapeFormula(entry.caller()),
                escapeFormula(entry.posts()),
                escapeFormula(entry.address()),
                escapeFormula(entry.purpose()),
                escapeFormula(entry.correlation()),
                Long.toString(entry.refers()),
                escapeFormula(entry.outcome()),
                escapeFormula(entry.detail()),
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

    static String escapeFormula(String cell) {
        return !cell.isEmpty() && RISKY.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String textField(NamedCsvRecord row, String column) {
        String cell = row.getField(column);
        return cell.startsWith("'") ? cell.substring(1) : cell;
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
