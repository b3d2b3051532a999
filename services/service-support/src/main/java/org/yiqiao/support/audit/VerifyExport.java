package org.yiqiao.support.audit;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Verifies an exported audit without the service: {@code VerifyExport audit.csv [seq:hash …]}, the heads known from before. */
public final class VerifyExport {

    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int UNREADABLE = 2;

    private VerifyExport() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(args, out));
    }

    static int run(String[] args, PrintStream out) {
        if (args.length == 0) {
            out.println("Give the exported file, and heads known from before as seq:hash.");
            return UNREADABLE;
        }
        try {
            List<Head> known = Arrays.stream(args)
                    .skip(1)
                    .map(word ->
                            KnownHead.of(word).orElseThrow(() -> new IllegalArgumentException(word + " is no head")))
                    .toList();
            return told(check(Path.of(args[0]), known), out);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            out.println("Not readable: " + e.getMessage());
            return UNREADABLE;
        }
    }

    private static ChainCheck check(Path file, List<Head> known) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            Iterator<NamedCsvRecord> all = rows.iterator();
            if (!all.hasNext()) {
                ChainCheck nothing = new ChainCheck(Head.NONE, known);
                nothing.end();
                return nothing;
            }
            NamedCsvRecord row = all.next();
            if (!row.getHeader().equals(AuditCsv.COLUMNS)) {
                throw new IllegalArgumentException("these are not the columns of an audit");
            }
            Link first = AuditCsv.read(row);
            ChainCheck check =
                    new ChainCheck(first.seq() == 1 ? Head.NONE : new Head(first.seq() - 1, first.previous()), known);
            boolean whole = check.accept(first);
            while (whole && all.hasNext()) {
                whole = check.accept(AuditCsv.read(all.next()));
            }
            check.end();
            return check;
        }
    }

    private static int told(ChainCheck check, PrintStream out) {
        return check.broken()
                .map(broken -> {
                    out.println("Broken at entry " + broken.seq() + ": "
                            + broken.why().name().toLowerCase(Locale.ROOT));
                    return BROKEN;
                })
                .orElseGet(() -> {
                    out.println("Whole: " + check.checked() + " entries, head "
                            + check.last().seq() + ":" + check.last().hash());
                    return WHOLE;
                });
    }
}
