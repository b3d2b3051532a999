package org.yiqiao.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void onlyWhatStandsBetweenTheCommentsIsWritten() {
        String page = "before\n" + Page.BEGIN + "\nold\n" + Page.END + "\nafter\n";

        assertThat(Page.with(page, "new\n")).isEqualTo("before\n" + Page.BEGIN + "\nnew\n" + Page.END + "\nafter\n");
    }

    @Test
    void aPageWithoutItsCommentsIsNotWritten() {
        assertThatThrownBy(() -> Page.with("a page", "new")).isInstanceOf(IllegalStateException.class);
    }
}
