package org.yiqiao.request.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {

    @Test
    void contactIsMasked() {
        assertThat(new Contact("王小明", "13812345678", "wang@example.org").masked())
                .isEqualTo(new Contact("王**", "138****78", "***@example.org"));
    }

    @Test
    void missingFieldsStayMissing() {
        assertThat(new Contact(null, null, null).masked()).isEqualTo(new Contact(null, null, null));
    }

    @Test
    void blankFieldsAreNotGiven() {
        assertThat(new Contact("", " ", "")).isEqualTo(new Contact(null, null, null));
        assertThat(new Contact("", " ", "").hasNoField()).isTrue();
        assertThat(new Contact(null, "13812345678", null).hasNoField()).isFalse();
    }

    @Test
    void fieldsThatAreNotGivenKeepEarlierValues() {
        Contact earlier = new Contact("王小明", "13812345678", null);
        assertThat(new Contact(null, "13900000000", "wang@example.org").orElse(earlier))
                .isEqualTo(new Contact("王小明", "13900000000", "wang@example.org"));
        assertThat(new Contact(null, null, null).orElse(earlier)).isEqualTo(earlier);
    }

    @Test
    void supplementaryCharacterIsNotSplit() {
        assertThat(new Contact("𠮷田", null, null).masked().name()).isEqualTo("𠮷**");
    }

    @Test
    void singleCharacterNameIsMaskedAlike() {
        assertThat(new Contact("王", null, null).masked().name()).isEqualTo("王**");
    }

    @ParameterizedTest
    @CsvSource({"+86 13812345678,+86****78", "0571-12345678,057****78", "87654321,876****21"})
    void phoneShowsFirstThreeAndLastTwoCharacters(String phone, String masked) {
        assertThat(new Contact(null, phone, null).masked().phone()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "123456", "1234567"})
    void shortPhoneShowsOnlyLastTwoCharacters(String phone) {
        assertThat(new Contact(null, phone, null).masked().phone())
                .isEqualTo("****" + phone.substring(phone.length() - 2));
    }

    @ParameterizedTest
    @CsvSource({"a@b,***@b", "'\"a@b\"@example.org',***@example.org"})
    void emailShowsOnlyHost(String email, String masked) {
        assertThat(new Contact(null, null, email).masked().email()).isEqualTo(masked);
    }
}
