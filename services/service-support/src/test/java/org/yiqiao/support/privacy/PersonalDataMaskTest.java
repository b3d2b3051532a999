package org.yiqiao.support.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiqiao.contracts.Point;

class PersonalDataMaskTest {

    @ParameterizedTest
    @CsvSource({
        "义桥镇新坝路12号3单元502室,义桥镇新坝路**号*单元***室",
        "'12 Main Street, Apt ４','** Main Street, Apt *'",
        "Town Hall,Town Hall"
    })
    void masksDigitsOfAddress(String address, String masked) {
        assertThat(PersonalDataMask.maskAddress(address)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "Call 13812345678 after 18:00,Call **** after 18:00",
        "+86 (0571) 8230-1234 or mail,**** or mail",
        "身份证33010919550101123X丢失,身份证****丢失",
        "请加微信或写信到wang.fang@example.com.cn。,请加微信或写信到****。",
        "Write to li @ example.org or 王芳@例子.中国 today,Write to **** or **** today",
        "li(at)example.org 8230 1234,**** ****",
        "Dark since 2026-11-29 10:30,Dark since 2026-11-29 10:30",
        "2026-11-29 10:30 call 8230 1234 5,2026-11-29 10:30 call ****",
        "Since 2026 12 lamps of 144 are out,Since 2026 12 lamps of 144 are out"
    })
    void masksContactsInText(String text, String masked) {
        assertThat(PersonalDataMask.maskContacts(text)).isEqualTo(masked);
    }

    @Test
    void mailInAddressIsMasked() {
        assertThat(PersonalDataMask.maskAddress("新坝路12号 wang@example.org")).isEqualTo("新坝路**号 ****");
    }

    @Test
    void codeOfKnownPlaceIsShown() {
        assertThat(PersonalDataMask.maskContacts("Grid 330109106004001, call 13812345678", "330109106004001"::equals))
                .isEqualTo("Grid 330109106004001, call ****");
        assertThat(PersonalDataMask.maskContacts("Grid 330109106004001")).isEqualTo("Grid ****");
    }

    @Test
    void roundsLocationToAboutOneKilometre() {
        assertThat(PersonalDataMask.coarsenLocation(new Point(30.071234, -120.175678)))
                .isEqualTo(new Point(30.07, -120.18));
    }

    @Test
    void nullStaysNull() {
        assertThat(PersonalDataMask.maskAddress(null)).isNull();
        assertThat(PersonalDataMask.maskContacts(null)).isNull();
        assertThat(PersonalDataMask.coarsenLocation(null)).isNull();
    }
}
