package org.yiqiao.support.audit;

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

class VerifyExportTest {

    @TempDir
    private Path folder;

    private final List<Link> links = new ArrayList<>();
    private Path file = Path.of("");

    @BeforeEach
    void export() throws IOException {
        Head head = Head.NONE;
        for (int number = 1; number <= 10; number++) {
            Link link = Link.after(head, entry(number));
            links.add(link);
            head = link.head();
        }
        file = folder.resolve("audit.csv");
        write(links);
    }

    @Test
    void whatWasExportedIsWhole() throws IOException {
        Told told = verify();
        assertThat(told.status()).isZero();
        assertThat(told.text())
                .startsWith("Whole: 10 entries, head 10:" + links.getLast().hash());
    }

    @Test
    void aPartOfTheChainIsVerifiedByItself() throws IOException {
        write(links.subList(4, 10));
        assertThat(verify().text()).startsWith("Whole: 6 entries");
    }

    @Test
    void aCellThatWasChangedIsFound() throws IOException {
        String text = Files.readString(file);
        Files.writeString(file, text.replace("/api/requests/7/close", "/api/requests/8/close"));
        assertThat(verify()).isEqualTo(new Told(1, "Broken at entry 7: changed"));
    }

    @Test
    void rowsThatAreGoneOrSwappedAreFound() throws IOException {
        write(Stream.concat(links.stream().limit(3), links.stream().skip(4)).toList());
        assertThat(verify()).isEqualTo(new Told(1, "Broken at entry 4: missing"));

        write(List.of(links.get(0), links.get(2), links.get(1)));
        assertThat(verify()).isEqualTo(new Told(1, "Broken at entry 2: missing"));
    }

    @Test
    void aCutIsFoundByAHeadKnownFromBefore() throws IOException {
        write(links.subList(0, 8));
        assertThat(verify().status()).isZero();
        assertThat(verify("10:" + links.getLast().hash())).isEqualTo(new Told(1, "Broken at entry 9: cut"));
        assertThat(verify("8:" + links.getLast().hash())).isEqualTo(new Told(1, "Broken at entry 8: rewritten"));
    }

    @Test
    void aPartThatGoesOnFromTheHeadThatWasKeptIsWhole() throws IOException {
        write(links.subList(5, 10));
        assertThat(verify(head(5)).text()).startsWith("Whole: 5 entries");
        assertThat(verify(head(5), head(8)).status()).isZero();
    }

    @Test
    void aPartOfAChainThatWasMadeAnewDoesNotGoOnFromTheHeadThatWasKept() throws IOException {
        String kept = head(5);
        write(madeAnew().subList(5, 10));
        assertThat(verify().status()).isZero();
        assertThat(verify(kept)).isEqualTo(new Told(1, "Broken at entry 5: rewritten"));
    }

    @Test
    void ofAHeadBeforeTheFileNothingIsProven() throws IOException {
        write(links.subList(5, 10));
        for (List<String> heads : List.of(List.of(head(4)), List.of(head(4), head(5)), List.of(head(8), head(4)))) {
            Told told = verify(heads.toArray(String[]::new));
            assertThat(told.status()).isEqualTo(2);
            assertThat(told.text()).startsWith("Not proven: the file shows nothing of head " + head(4));
        }
    }

    @Test
    void aFileWithoutEntriesProvesNothingOfAHead() throws IOException {
        write(List.of());
        assertThat(verify().status()).isZero();
        assertThat(verify(head(10)).status()).isEqualTo(2);
    }

    @Test
    void whatIsNoExportIsSaidToBeNone() throws IOException {
        Files.writeString(file, "a,b\n1,2\n");
        assertThat(verify().status()).isEqualTo(2);
        assertThat(verify("head").status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@a", "\t=1", "'=1"})
    void aCellThatWouldBeAFormulaIsHarmlessAndCanBeReadBack(String cell) throws IOException {
        write(List.of(Link.after(Head.NONE, named(cell))));
        assertThat(Files.readString(file)).contains("'" + cell).doesNotContain("," + cell);
        assertThat(verify().status()).isZero();
    }

    private record Told(int status, String text) {}

    private Told verify(String... heads) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status;
        try (PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            status = VerifyExport.run(
                    Stream.concat(Stream.of(file.toString()), Stream.of(heads)).toArray(String[]::new), stream);
        }
        return new Told(status, out.toString(StandardCharsets.UTF_8).strip());
    }

    private String head(int seq) {
        return seq + ":" + links.get(seq - 1).hash();
    }

    private static List<Link> madeAnew() {
        List<Link> forged = new ArrayList<>();
        Head head = Head.NONE;
        for (int number = 1; number <= 10; number++) {
            Link link = Link.after(head, entry(number + 100));
            forged.add(link);
            head = link.head();
        }
        return forged;
    }

    private void write(List<Link> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(AuditCsv.COLUMNS);
            rows.forEach(link -> AuditCsv.write(csv, link));
        }
    }

    private static Entry entry(int number) {
        return TestAudit.entry(number);
    }

    private static Entry named(String caller) {
        return new Entry(Instant.EPOCH, "case.close", "/", caller, "", "", "", "", 0, "", "");
    }
}
