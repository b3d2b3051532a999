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
 * Verifies an exported audit without the service: {@code AuditExportVerifier audit.csv [seq:hash …]}. The optional
 * arguments are known heads of the chain. The exit code is:
 *
 * <ul>
 *   <li>0 if the file is intact, and continues from or contains every known head;
 *   <li>1 if the chain is broken;
 *   <li>2 if the file cannot be read, or if it proves nothing about a known head.
 * </ul>
 */
public final class AuditExportVerifier {

    private static final int INTACT = 0;
    private static final int BROKEN = 1;
    private static final int UNPROVEN = 2;

    private AuditExportVerifier() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(args, out));
    }

    static int run(String[] args, PrintStream out) {
        if (args.length == 0) {
            out.println("Usage: AuditExportVerifier <exported file> [<known head as seq:hash> ...]");
            return UNPROVEN;
        }
        try {
            List<AuditChainHead> known = Arrays.stream(args)
                    .skip(1)
                    .map(argument -> AuditChainHeadParser.parse(argument)
                            .orElseThrow(() -> new IllegalArgumentException(argument + " is not a head")))
                    .toList();
            return verify(Path.of(args[0]), known, out);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            out.println("Cannot verify: " + e.getMessage());
            return UNPROVEN;
        }
    }

    private static int verify(Path file, List<AuditChainHead> known, PrintStream out) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            Iterator<NamedCsvRecord> iterator = rows.iterator();
            if (!iterator.hasNext()) {
                return reportResult(new AuditChainVerifier(AuditChainHead.EMPTY, List.of()), known, out);
            }
            NamedCsvRecord row = iterator.next();
            if (!row.getHeader().equals(AuditCsvCodec.COLUMNS)) {
                throw new IllegalArgumentException("the file does not have the columns of an audit export");
            }
            AuditChainLink first = AuditCsvCodec.read(row);
            AuditChainHead start =
                    first.seq() == 1 ? AuditChainHead.EMPTY : new AuditChainHead(first.seq() - 1, first.previousHash());
            AuditChainVerifier verifier = new AuditChainVerifier(start, known);
            boolean intact = verifier.accept(first);
            while (intact && iterator.hasNext()) {
                intact = verifier.accept(AuditCsvCodec.read(iterator.next()));
            }
            verifier.finish();
            return reportResult(
                    verifier,
                    known.stream().filter(head -> head.seq() < start.seq()).toList(),
                    out);
        }
    }

    /** @param uncovered known heads before the file, about which the file proves nothing */
    private static int reportResult(AuditChainVerifier verifier, List<AuditChainHead> uncovered, PrintStream out) {
        if (verifier.firstBreak().isPresent()) {
            AuditChainBreak broken = verifier.firstBreak().get();
            out.println("Broken at entry " + broken.seq() + ": "
                    + broken.reason().name().toLowerCase(Locale.ROOT));
            return BROKEN;
        }
        if (!uncovered.isEmpty()) {
            uncovered.forEach(head -> out.println("Not proven: the file does not cover head " + head.seq() + ":"
                    + head.hash() + "; export the audit from that head on, or from an earlier one"));
            return UNPROVEN;
        }
        out.println("Intact: " + verifier.validLinkCount() + " entries, head "
                + verifier.lastValidHead().seq() + ":"
                + verifier.lastValidHead().hash());
        return INTACT;
    }
}
