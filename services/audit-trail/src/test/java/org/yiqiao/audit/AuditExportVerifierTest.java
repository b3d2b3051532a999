package org.yiqiao.audit;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditExportVerifierTest {

    @TempDir
    private Path folder;

    private final List<AuditChainLink> links = new ArrayList<>();
    private Path file = Path.of("");

    @BeforeEach
    void exportChain() throws IOException {
        AuditChainHead head = AuditChainHead.EMPTY;
        for (int number = 1; number <= 10; number++) {
            AuditChainLink link = AuditChainLink.createAfter(head, createEntry(number));
            links.add(link);
            head = link.head();
        }
        file = folder.resolve("audit.csv");
        write(links);
    }

    @Test
    void exportedChainIsIntact() throws IOException {
        VerifierResult result = verify();
        assertThat(result.status()).isZero();
        assertThat(result.text())
                .startsWith("Intact: 10 entries, head 10:" + links.getLast().hash());
    }

    @Test
    void verifiesPartOfTheChain() throws IOException {
        write(links.subList(4, 10));
        assertThat(verify().text()).startsWith("Intact: 6 entries");
    }

    @Test
    void detectsChangedCell() throws IOException {
        String text = Files.readString(file);
        Files.writeString(file, text.replace("/api/requests/7/close", "/api/requests/8/close"));
        assertThat(verify()).isEqualTo(new VerifierResult(1, "Broken at entry 7: changed"));
    }

    @Test
    void detectsMissingAndSwappedRows() throws IOException {
        write(Stream.concat(links.stream().limit(3), links.stream().skip(4)).toList());
        assertThat(verify()).isEqualTo(new VerifierResult(1, "Broken at entry 4: missing"));

        write(List.of(links.get(0), links.get(2), links.get(1)));
        assertThat(verify()).isEqualTo(new VerifierResult(1, "Broken at entry 2: missing"));
    }

    @Test
    void detectsTruncationByKnownHead() throws IOException {
        write(links.subList(0, 8));
        assertThat(verify().status()).isZero();
        assertThat(verify("10:" + links.getLast().hash())).isEqualTo(new VerifierResult(1, "Broken at entry 9: cut"));
        assertThat(verify("8:" + links.getLast().hash()))
                .isEqualTo(new VerifierResult(1, "Broken at entry 8: rewritten"));
    }

    @Test
    void partThatContinuesFromKnownHeadIsIntact() throws IOException {
        write(links.subList(5, 10));
        assertThat(verify(headText(5)).text()).startsWith("Intact: 5 entries");
        assertThat(verify(headText(5), headText(8)).status()).isZero();
    }

    @Test
    void detectsRewrittenPartByKnownHead() throws IOException {
        String knownHead = headText(5);
        write(createRewrittenChain().subList(5, 10));
        assertThat(verify().status()).isZero();
        assertThat(verify(knownHead)).isEqualTo(new VerifierResult(1, "Broken at entry 5: rewritten"));
    }

    @Test
    void headBeforeFirstRowIsNotProven() throws IOException {
        write(links.subList(5, 10));
        for (List<String> heads :
                List.of(List.of(headText(4)), List.of(headText(4), headText(5)), List.of(headText(8), headText(4)))) {
            VerifierResult result = verify(heads.toArray(String[]::new));
            assertThat(result.status()).isEqualTo(2);
            assertThat(result.text()).startsWith("Not proven: the file does not cover head " + headText(4));
        }
    }

    @Test
    void emptyFileDoesNotProveKnownHead() throws IOException {
        write(List.of());
        assertThat(verify().status()).isZero();
        assertThat(verify(headText(10)).status()).isEqualTo(2);
    }

    @Test
    void rejectsInvalidFileAndHead() throws IOException {
        Files.writeString(file, "a,b\n1,2\n");
        assertThat(verify().status()).isEqualTo(2);
        assertThat(verify("head").status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@a", "\t=1", "'=1"})
    void escapesFormulasReversibly(String cell) throws IOException {
        write(List.of(AuditChainLink.createAfter(AuditChainHead.EMPTY, createEntryWithCaller(cell))));
        assertThat(Files.readString(file)).contains("'" + cell).doesNotContain("," + cell);
        assertThat(verify().status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"330109106004", "33010910600400101", "330109106004001", "0012", "12E5", "3.3E+11"})
    void keepsCodesForSpreadsheetsReversibly(String cell) throws IOException {
        write(List.of(AuditChainLink.createAfter(AuditChainHead.EMPTY, createEntryWithCaller(cell))));
        assertThat(Files.readString(file)).contains("'" + cell).doesNotContain("," + cell);
        assertThat(verify().status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"33010910600", "12", "grid-chief@330109106004001", "1a2b"})
    void leavesOtherCellsUnchanged(String cell) throws IOException {
        write(List.of(AuditChainLink.createAfter(AuditChainHead.EMPTY, createEntryWithCaller(cell))));
        assertThat(Files.readString(file)).contains("," + cell);
    }

    private record VerifierResult(int status, String text) {}

    private VerifierResult verify(String... heads) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status;
        try (PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            status = AuditExportVerifier.run(
                    Stream.concat(Stream.of(file.toString()), Stream.of(heads)).toArray(String[]::new), stream);
        }
        return new VerifierResult(status, out.toString(StandardCharsets.UTF_8).strip());
    }

    private String headText(int seq) {
        return seq + ":" + links.get(seq - 1).hash();
    }

    private static List<AuditChainLink> createRewrittenChain() {
        List<AuditChainLink> forged = new ArrayList<>();
        AuditChainHead head = AuditChainHead.EMPTY;
        for (int number = 1; number <= 10; number++) {
            AuditChainLink link = AuditChainLink.createAfter(head, createEntry(number + 100));
            forged.add(link);
            head = link.head();
        }
        return forged;
    }

    private void write(List<AuditChainLink> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(AuditCsvCodec.COLUMNS);
            rows.forEach(link -> AuditCsvCodec.write(csv, link));
        }
    }

    private static AuditEntry createEntry(int number) {
        return AuditTestDatabase.createEntry(number);
    }

    private static AuditEntry createEntryWithCaller(String caller) {
        return new AuditEntry(Instant.EPOCH, "case.close", "/", caller, "", "", "", "", 0, "", "");
    }
}
