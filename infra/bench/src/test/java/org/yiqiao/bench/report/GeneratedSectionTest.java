package org.yiqiao.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GeneratedSectionTest {

    @Test
    void onlyTextBetweenMarkersIsReplaced() {
        String page = "before\n" + GeneratedSection.BEGIN + "\nold\n" + GeneratedSection.END + "\nafter\n";

        assertThat(GeneratedSection.replace(page, "new\n"))
                .isEqualTo("before\n" + GeneratedSection.BEGIN + "\nnew\n" + GeneratedSection.END + "\nafter\n");
    }

    @Test
    void pageWithoutMarkersIsRejected() {
        assertThatThrownBy(() -> GeneratedSection.replace("a page", "new")).isInstanceOf(IllegalStateException.class);
    }
}
