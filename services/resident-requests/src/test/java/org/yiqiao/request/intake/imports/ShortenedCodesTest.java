package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortenedCodesTest {

    @ParameterizedTest
    @ValueSource(strings = {"3.30109106004001E+016", "3.30109E+16", "3,3E16", "3E+16"})
    void scientificNumberIsShortenedCode(String code) {
        assertThat(ShortenedCodes.isScientific(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"330109106004001", "16E5", "DS-2026-E1", "1.5", "E+16", ""})
    void otherCodeIsComplete(String code) {
        assertThat(ShortenedCodes.isScientific(code)).isFalse();
    }

    @Test
    void columnOfLongCodesThatAllEndInZerosIsRounded() {
        assertThat(ShortenedCodes.areRounded(
                        List.of("20261120083000120000", "20261120083000130000", "", "20261120083000140000")))
                .as("twenty digits, of which a spreadsheet kept sixteen")
                .isTrue();
    }

    @Test
    void oneCompleteLongCodeShowsThatNoCodeIsRounded() {
        assertThat(ShortenedCodes.areRounded(
                        List.of("20261120083000120000", "20261120083000130000", "20261120083000140001")))
                .isFalse();
    }

    @Test
    void fewZerosProveNothing() {
        assertThat(ShortenedCodes.areRounded(List.of("33010910600400110", "33010910600400120", "33010910600400130")))
                .as("the micro-grids 10, 20 and 30")
                .isFalse();
        assertThat(ShortenedCodes.areRounded(List.of("20261120083000120000", "20261120083000120000")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "330109106004,330109106004",
        "3.30109106004001E14,330109106004001",
        "3.3010910600400099E+16,3.30109106004001E+16",
        "33010910600400100,3.30109106004001E+16",
        "17,17",
        "30.0581,30.0581",
        "120.50,120.5",
        "1E3,1000"
    })
    void numberOfWorkbookIsWrittenAsItsDigitsUpToFifteen(BigDecimal number, String expected) {
        assertThat(ShortenedCodes.fromNumber(number)).isEqualTo(expected);
    }
}
