package org.yiqiao.support.web;

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
    void aFullPageThatIsNotTheLastNamesItsLastItem() {
        assertThat(Page.of(List.of("a", "b", "c"), 2, Function.identity()))
                .isEqualTo(new Page<>(List.of("a", "b"), "b"));
    }

    @Test
    void theLastPageNamesNoNextOneEvenIfItIsFull() {
        assertThat(Page.of(List.of("a", "b"), 2, Function.identity())).isEqualTo(new Page<>(List.of("a", "b"), null));
        assertThat(Page.of(List.of("a"), 2, Function.identity())).isEqualTo(new Page<>(List.of("a"), null));
    }

    @Test
    void anEmptyListIsOneEmptyPage() {
        assertThat(Page.of(List.<String>of(), 2, Function.identity())).isEqualTo(new Page<>(List.of(), null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 500})
    void aPageHoldsOneToFiveHundredItems(int limit) {
        assertThat(Page.checked(limit)).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aPageHoldsNeitherFewerNorMore(int limit) {
        assertThatThrownBy(() -> Page.checked(limit))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.rejection())
                        .isEqualTo(Rejection.invalid("paging.limit").with("max", 500)));
    }
}
