package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.support.privacy.Mask;

/** Who has stated no purpose sees a case masked, unless it is theirs or in their hands. */
class ShownTest {

    @ParameterizedTest
    @EnumSource
    void aCaseIsMaskedForOthers(Stage stage) {
        Case state = TestCase.state(TestCase.at(stage));

        Case shown = state.shownTo("somebody");

        assertThat(shown.whereabouts().address()).isEqualTo("Xinba Road *");
        assertThat(shown.whereabouts().location())
                .isEqualTo(Mask.location(state.whereabouts().location()));
        assertThat(shown.whereabouts().path()).isEqualTo(state.whereabouts().path());
        assertThat(shown.stage()).isEqualTo(stage);
    }

    @ParameterizedTest
    @EnumSource
    void whoseCaseItIsSeesItWhole(Stage stage) {
        Case state = TestCase.state(TestCase.at(stage));

        assertThat(state.shownTo("requester-1")).isEqualTo(state);
    }

    @Test
    void whoHasToHandleItSeesItWholeUntilItIsClosed() {
        Case inHand = TestCase.state(TestCase.at(Stage.DISPATCHED));
        Case closed = TestCase.state(TestCase.at(Stage.CLOSED));

        assertThat(inHand.shownTo(TestCase.CHIEF)).isEqualTo(inHand);
        assertThat(closed.shownTo(TestCase.CHIEF)).isNotEqualTo(closed);
    }
}
