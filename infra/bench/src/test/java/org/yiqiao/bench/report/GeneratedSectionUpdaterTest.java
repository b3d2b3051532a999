package org.yiqiao.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GeneratedSectionUpdaterTest {

    @Test
    void onlyTextBetweenMarkersIsReplaced() {
        String page =
                "before\n" + GeneratedSectionUpdater.BEGIN + "\nold\n" + GeneratedSectionUpdater.END + "\nafter\n";

        assertThat(GeneratedSectionUpdater.replace(page, "new\n"))
                .isEqualTo("before\n" + GeneratedSectionUpdater.BEGIN + "\nnew\n" + GeneratedSectionUpdater.END
                        + "\nafter\n");
    }

    @Test
    void pageWithoutMarkersIsRejected() {
        assertThatThrownBy(() -> GeneratedSectionUpdater.replace("a page", "new"))
                .isInstanceOf(IllegalStateException.class);
    }
}
