package org.yiqiao.support.privacy;

import static org.assertj.core.api.Assertions.assertThat;

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
                "G20 / 2016, 3 / 12 / 5"
            })
    void acceptsCommonServiceNames(String text) {
        assertThat(ContactDataDetector.containsContactData(text)).isFalse();
        assertThat(RequestedServiceNameValidator.validate(text)).isEmpty();
    }

    @Test
    void treatsLongDigitSequenceAsOneNumber() {
        assertThat(ContactDataDetector.containsContactData("1".repeat(10_000))).isTrue();
        assertThat(PersonalDataMask.maskNumbers("1".repeat(10_000))).isEqualTo("****");
    }
}
