package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordReaderTest {

    private static List<FileRecord> read(String text) throws IOException {
        CsvRecordReader reader = new CsvRecordReader(new StringReader(text), ',');
        List<FileRecord> rows = new ArrayList<>();
        for (FileRecord row = reader.read(); row != null; row = reader.read()) {
            rows.add(row);
        }
        return rows;
    }

    private static FileRecord row(long line, String... fields) {
        return FileRecord.readable(line, List.of(fields));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void eachRecordHasItsLine(String newline) throws Exception {
        assertThat(read("a,b" + newline + newline + "1,2" + newline + "3,4"))
                .containsExactly(row(1, "a", "b"), row(3, "1", "2"), row(4, "3", "4"));
    }

    @Test
    void quotedFieldCanContainSeparatorsLineBreaksAndQuotes() throws Exception {
        assertThat(read("a,\"b,\r\n\"\"c\"\"\nd\",\n\"\",x\"y\n"))
                .containsExactly(row(1, "a", "b,\r\n\"c\"\nd", ""), row(4, "", "x\"y"));
    }

    @Test
    void recordWithTextAfterClosingQuoteIsMalformedAndNextLineIsRead() throws Exception {
        assertThat(read("a,b\n\"1\"x,2\n3,4\n"))
                .containsExactly(
                        row(1, "a", "b"), new FileRecord(2, List.of("\"1\"x,2"), "row.quote"), row(3, "3", "4"));
    }

    @Test
    void unclosedQuoteAffectsOnlyItsLine() throws Exception {
        assertThat(read("a,b\n1,\"2\n3,4\n5,6\n"))
                .containsExactly(
                        row(1, "a", "b"),
                        new FileRecord(2, List.of("1,\"2"), "row.quote"),
                        row(3, "3", "4"),
                        row(4, "5", "6"));
    }

    @Test
    void unclosedQuoteFarFromEndAffectsOnlyItsLine() throws Exception {
        String rest = "3,4\n".repeat(100_000);
        List<FileRecord> rows = read("1,\"2\n" + rest);
        assertThat(rows).hasSize(100_001);
        assertThat(rows.getFirst().fault()).isEqualTo("row.record-too-long");
        assertThat(rows.getLast()).isEqualTo(row(100_001, "3", "4"));
    }

    @Test
    void longRecordIsRead() throws Exception {
        String longText = "d".repeat(CsvRecordReader.MAX_RECORD_LENGTH - 2);
        assertThat(read("1," + longText + "\n2,3")).containsExactly(row(1, "1", longText), row(2, "2", "3"));
    }

    @Test
    void recordOverLimitIsMalformedAndNextLineIsRead() throws Exception {
        String tooLong = "d,".repeat(CsvRecordReader.MAX_RECORD_LENGTH);
        List<FileRecord> rows = read("1,2\n" + tooLong + "\n3,4\n");
        assertThat(rows).extracting(FileRecord::fault).containsExactly(null, "row.record-too-long", null);
        assertThat(rows.get(1).fields().getFirst()).as("only the start is kept").hasSize(1_000);
        assertThat(rows.getLast()).isEqualTo(row(3, "3", "4"));
    }

    @Test
    void everyLineOfRandomTextIsPartOfExactlyOneRecord() throws Exception {
        Random random = new Random(17);
        for (int run = 0; run < 2_000; run++) {
            StringBuilder text = new StringBuilder();
            random.ints(60, 0, 6).forEach(i -> text.append("a,\"\n \r".charAt(i)));
            long before = 0;
            for (FileRecord row : read(text.toString())) {
                assertThat(row.line()).as("seed 17, run %d: %s", run, text).isGreaterThan(before);
                before = row.line();
            }
        }
    }
}
