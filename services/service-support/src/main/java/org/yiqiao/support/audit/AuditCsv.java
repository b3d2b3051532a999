package org.yiqiao.support.audit;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * The chain as CSV, and back. A cell that a spreadsheet would take for a formula has an apostrophe before it, and so has
 * one that begins with an apostrophe: reading takes it away again.
 */
final class AuditCsv {

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

    private AuditCsv() {}

    static void write(CsvWriter csv, Link link) {
        Entry entry = link.entry();
        csv.writeRecord(List.of(
                Long.toString(link.seq()),
                entry.at().toString(),
                harmless(entry.operation()),
                harmless(entry.target()),
                harmless(entry.caller()),
                harmless(entry.posts()),
                harmless(entry.address()),
                harmless(entry.purpose()),
                harmless(entry.correlation()),
                Long.toString(entry.refers()),
                harmless(entry.outcome()),
                harmless(entry.detail()),
                link.previous(),
                link.hash()));
    }

    /** A cell that somebody made unreadable reads as something else, and the hash tells. */
    static Link read(NamedCsvRecord row) {
        return new Link(
                number(row, "seq"),
                new Entry(
                        instant(row.getField("at")),
                        text(row, "operation"),
                        text(row, "target"),
                        text(row, "caller"),
                        text(row, "posts"),
                        text(row, "address"),
                        text(row, "purpose"),
                        text(row, "correlation"),
                        number(row, "refers"),
                        text(row, "outcome"),
                        text(row, "detail")),
                row.getField("previous"),
                row.getField("hash"));
    }

    static String harmless(String cell) {
        return !cell.isEmpty() && RISKY.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String text(NamedCsvRecord row, String column) {
        String cell = row.getField(column);
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    private static long number(NamedCsvRecord row, String column) {
        try {
            return Long.parseLong(row.getField(column));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
