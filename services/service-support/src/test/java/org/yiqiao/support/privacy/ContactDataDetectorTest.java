package org.yiqiao.support.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.core.decider.Rejection;

class ContactDataDetectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "噪音 王小明 13812345678",
                "Noise 138-1234-5678",
                "Noise 138 12 34 567",
                "Noise (0571) 8230.123",
                "Noise ８２３０１２３",
                "Noise 823—01—23",
                "Noise 82\u200b30\u200b123",
                "Noise wang@example.org",
                "Noise wang＠example",
                "Noise wang [at] example.org",
                "+86 138 1234 5678",
                "+86-138-1234-5678",
                "86 13812345678",
                "138.1234.5678",
                "138 2026 1129",
                "138-2026-1129",
                "138 2026-11-29",
                "0571-82301234",
                "0571 2012-11-12",
                "(0571) 2012-11-12",
                "2012-1112",
                "2012 1112",
                "20121112",
                "400-820-8820",
                "(555) 123-4567",
                "555.123.4567",
                "+44 20 7946 0958",
                "06.12.11.20.26",
                "06 12 11 20 26",
                "138 1234 5678 mm",
                "555 123 4567 m Wang",
                "330109195501011234",
                "330109 1955 0101 123X",
                "330109-1955-01-01-1234",
                "330109 1955-01-01 1234",
                "6222 0210 0111 2233 445",
                "6222-2019-2026-1234",
                "2026-11-29 10:30 13812345678",
                "2026-11-29-8230123",
                "width 1200 mm, tel 8230123",
                "10:30 8230123",
            })
    void detectsContactData(String text) {
        assertThat(ContactDataDetector.containsContactData(text)).isTrue();
        assertThat(RequestedServiceNameValidator.validate(text)).contains(Rejection.invalid("service.has-contact"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Illegal Parking",
                "Sidewalk Not Shoveled",
                "邻里互助",
                "12345 热线",
                "Bus 300, stop 123456",
                "G20 / 2016, 3 / 12 / 5",
                "Dark since 2026-11-29 10:30",
                "Dark since 2026-11-29T10:30:00.123456+08:00",
                "Dark since 2026-11-29 08:30:15, again 2026-11-30 09:00",
                "Since 2026/11/29 10:30 until 2026/12/01 1030",
                "Since 2026.11.29 10:30 until 29.11.2026 10:30",
                "Since 29-11-2026 10:30 or 11/29/2026 1030",
                "2026年11月29日10时30分 2026年12月1日",
                "２０２６-１１-２９ １０：３０",
                "From 2026-11-29 - 2026-12-01",
                "Lamp 3 2026-11-29 10:30",
                "Open 8:00-12:00 13:30-17:30",
                "Open 10.30-17.30",
                "Log 10:30:00.123456",
                "width 1200 1500 1800 mm",
                "1200 1500 1800mm",
                "宽1200 1500 1800 毫米",
                "1200-1500-1800 mm",
                "1.25 1.50 1.75 m",
                "120 150 180 200 m",
                "预算 3500000 元",
                "3 500 000 kWh of 2026-11-29",
            })
    void acceptsCommonServiceNames(String text) {
        assertThat(ContactDataDetector.containsContactData(text)).isFalse();
        assertThat(RequestedServiceNameValidator.validate(text)).isEmpty();
    }

    @Test
    void codeOfKnownPlaceIsNoContact() {
        Predicate<String> places = Set.of("330109106", "330109106004001")::contains;

        assertThat(ContactDataDetector.containsContactData("Between 330109106004001 and 330109106", places))
                .isFalse();
        assertThat(RequestedServiceNameValidator.validate("Litter in 330109106004001", places))
                .isEmpty();
        for (String text : List.of(
                "Grid 330109106004002",
                "330109106004001 13812345678",
                "330109106-1234",
                "33010910600400113812345678",
                "0571-330109106")) {
            assertThat(ContactDataDetector.containsContactData(text, places))
                    .as(text)
                    .isTrue();
        }
    }

    @Test
    void treatsLongDigitSequenceAsOneNumber() {
        assertThat(ContactDataDetector.containsContactData("1".repeat(10_000))).isTrue();
        assertThat(PersonalDataMask.maskContacts("1".repeat(10_000))).isEqualTo("****");
    }
}
