package org.yiqiao.audit;

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

/**
 * Verifies an exported audit without the service: {@code AuditExportVerifier audit.csv [seq:hash …]}, the heads known from before.
 * It ends with 0 if the file is whole and goes on from or holds every such head, with 1 if it is broken, and with 2 if it
 * cannot be read or shows nothing of a head.
 */
public final class AuditExportVerifier {

    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int UNPROVEN = 2;

    private AuditExportVerifier() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(args, out));
    }

    static int run(String[] args, PrintStream out) {
        if (args.length == 0) {
            out.println("Give the exported file, and heads known from before as seq:hash.");
            return UNPROVEN;
        }
        try {
            List<AuditChainHead> known = Arrays.stream(args)
                    .skip(1)
                    .map(word -> AuditChainHeadParser.parse(word)
                            .orElseThrow(() -> new IllegalArgumentException(word + " is no head")))
                    .toList();
            return verify(Path.of(args[0]), known, out);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            out.println("Not readable: " + e.getMessage());
            return UNPROVEN;
        }
    }

    private static int verify(Path file, List<AuditChainHead> known, PrintStream out) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            Iterator<NamedCsvRecord> all = rows.iterator();
            if (!all.hasNext()) {
                return reportResult(new AuditChainVerifier(AuditChainHead.EMPTY, List.of()), known, out);
            }
            NamedCsvRecord row = all.next();
            if (!row.getHeader().equals(AuditCsvCodec.COLUMNS)) {
                throw new IllegalArgumentException("these are not the columns of an audit");
            }
            AuditChainLink first = AuditCsvCodec.read(row);
            AuditChainHead start =
                    first.seq() == 1 ? AuditChainHead.EMPTY : new AuditChainHead(first.seq() - 1, first.previousHash());
            AuditChainVerifier check = new AuditChainVerifier(start, known);
            boolean whole = check.accept(first);
            while (whole && all.hasNext()) {
                whole = check.accept(AuditCsvCodec.read(all.next()));
            }
            check.finish();
            return reportResult(
                    check,
                    known.stream().filter(head -> head.seq() < start.seq()).toList(),
                    out);
        }
    }

    /** @param unseen heads of which the file shows nothing */
    private static int reportResult(AuditChainVerifier check, List<AuditChainHead> unseen, PrintStream out) {
        if (check.firstBreak().isPresent()) {
            AuditChainBreak broken = check.firstBreak().get();
            out.println("Broken at entry " + broken.seq() + ": "
                    + broken.reason().name().toLowerCase(Locale.ROOT));
            return BROKEN;
        }
        if (!unseen.isEmpty()) {
            unseen.forEach(head -> out.println("Not proven: the file shows nothing of head " + head.seq() + ":"
                    + head.hash() + ", and has to be exported from there on or from before"));
            return UNPROVEN;
        }
        out.println("Whole: " + check.validLinkCount() + " entries, head "
                + check.lastValidHead().seq() + ":" + check.lastValidHead().hash());
        return WHOLE;
    }
}
