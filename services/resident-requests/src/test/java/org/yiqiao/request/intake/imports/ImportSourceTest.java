package org.yiqiao.request.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportSourceTest {

    @Test
    void caseAndDashesAreAccepted() {
        assertThat(ImportSource.parse("Boston-311")).isEqualTo("boston-311");
        assertThat(ImportSource.parse("open311")).isEqualTo("open311");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "a-", "-a", "a_b", "波士顿", "123456789012345678901"})
    void otherNamesAreRefused(String name) {
        assertThatThrownBy(() -> ImportSource.parse(name)).hasMessage("import.source");
    }

    @Test
    void sourcesWithDashesNeverShareAnId() {
        assertThat(RequestFileImporter.idPrefix("city-a") + "1")
                .isNotEqualTo(RequestFileImporter.idPrefix("city") + "a-1");
        assertThat(RequestFileImporter.idPrefix("open311")).isEqualTo("open311-");
    }
}
