package org.yiqiao.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.core.decider.Rejection;

class PageTest {

    @Test
    void pageBeforeTheLastHasCursor() {
        assertThat(Page.of(List.of("a", "b", "c"), 2, Function.identity()))
                .isEqualTo(new Page<>(List.of("a", "b"), "b"));
    }

    @Test
    void lastPageHasNoCursor() {
        assertThat(Page.of(List.of("a", "b"), 2, Function.identity())).isEqualTo(new Page<>(List.of("a", "b"), null));
        assertThat(Page.of(List.of("a"), 2, Function.identity())).isEqualTo(new Page<>(List.of("a"), null));
    }

    @Test
    void emptyListIsOneEmptyPage() {
        assertThat(Page.of(List.<String>of(), 2, Function.identity())).isEqualTo(new Page<>(List.of(), null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 500})
    void limitFromOneToFiveHundredIsAccepted(int limit) {
        assertThat(Page.requireValidLimit(limit)).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void otherLimitsAreRejected(int limit) {
        assertThatThrownBy(() -> Page.requireValidLimit(limit))
                .isInstanceOfSatisfying(RejectedException.class, rejected -> assertThat(rejected.rejection())
                        .isEqualTo(Rejection.invalid("paging.limit")
                                .withDetail("found", limit)
                                .withDetail("max", 500)));
    }
}
