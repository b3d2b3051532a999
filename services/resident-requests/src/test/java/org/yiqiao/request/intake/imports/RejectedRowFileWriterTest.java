package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rejected rows are written in the form of the imported file. */
class RejectedRowFileWriterTest {

    private static String write(
            @Nullable String charset, @Nullable String separator, Charset readAs, List<String> header, String... fields)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FileFormat format = new FileFormat("csv", charset, separator, null, "open311", 1, header, List.of());
        try (RejectedRowFileWriter file = new RejectedRowFileWriter(bytes, format)) {
            file.write(new RejectedRow(7, RowFault.of("row.no-id"), List.of(fields)), "第 7 行缺编号", "no id in line 7");
        }
        return bytes.toString(readAs);
    }

    @Test
    void separatorAndCharsetOfTheFileAreKept() throws IOException {
        assertThat(write("GB18030", ";", Charset.forName("GB18030"), List.of("编号", "内容"), "", "a;b"))
                .isEqualTo("rejection_reason;编号;内容\r\n第 7 行缺编号;;\"a;b\"\r\n");
    }

    @Test
    void unicodeFileStartsWithAMark() throws IOException {
        assertThat(write(null, null, StandardCharsets.UTF_8, List.of("编号"), "1"))
                .isEqualTo("\uFEFFrejection_reason,编号\r\n第 7 行缺编号,1\r\n");
        assertThat(write("UTF-16", "\t", StandardCharsets.UTF_16, List.of("编号"), "1"))
                .isEqualTo("rejection_reason\t编号\r\n第 7 行缺编号\t1\r\n");
    }

    @Test
    void codesAndFormulasAreKeptFromSpreadsheets() throws IOException {
        assertThat(write(
                        "GB18030",
                        ",",
                        Charset.forName("GB18030"),
                        List.of("id", "text", "long", "code", "name", "phone"),
                        "330109106004001001",
                        "=HYPERLINK(1)",
                        "-71.06",
                        "=\"330109106004001\"",
                        "'tis",
                        "'13800001234"))
                .endsWith("'330109106004001001,'=HYPERLINK(1),'-71.06,'330109106004001,''tis,13800001234\r\n");
    }

    @Test
    void correctedFileHasTheSameTexts() {
        for (String text :
                List.of("330109106004001", "=1+1", "-71.06", "+86", "@all", "'tis", "''", "1e5", "007", "路灯", "")) {
            assertThat(SpreadsheetText.unwrap(SpreadsheetText.wrap(text))).isEqualTo(SpreadsheetText.unwrap(text));
        }
    }

    @Test
    void reasonIsEnglishInACharsetWithoutChinese() throws IOException {
        assertThat(write("ISO-8859-1", ",", StandardCharsets.ISO_8859_1, List.of("id"), "é"))
                .isEqualTo("rejection_reason,id\r\nno id in line 7,é\r\n");
    }

    @Test
    void fileInACharsetThatCanOnlyBeReadIsWrittenInUnicode() throws IOException {
        assertThat(write("ISO-2022-CN", ",", StandardCharsets.UTF_8, List.of("编号"), "1"))
                .isEqualTo("\uFEFFrejection_reason,编号\r\n第 7 行缺编号,1\r\n");
    }

    @Test
    void earlierReasonIsReplaced() throws IOException {
        assertThat(write("GB18030", ",", Charset.forName("GB18030"), List.of("rejection_reason", "id"), "old", "1"))
                .isEqualTo("rejection_reason,id\r\n第 7 行缺编号,1\r\n");
    }
}
