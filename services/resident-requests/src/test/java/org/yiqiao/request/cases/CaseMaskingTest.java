package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.support.privacy.PersonalDataMask;

/** Who has stated no purpose sees a case masked, unless it is theirs or in their hands. */
class CaseMaskingTest {

    @ParameterizedTest
    @EnumSource
    void caseIsMaskedForOtherCallers(CaseStage stage) {
        Case state = CaseFixture.state(CaseFixture.inStage(stage));

        Case shown = state.visibleTo("somebody");

        assertThat(shown.whereabouts().address()).isEqualTo("Xinba Road *");
        assertThat(shown.whereabouts().location())
                .isEqualTo(PersonalDataMask.coarsenLocation(state.whereabouts().location()));
        assertThat(shown.whereabouts().path()).isEqualTo(state.whereabouts().path());
        assertThat(shown.stage()).isEqualTo(stage);
    }

    @ParameterizedTest
    @EnumSource
    void requesterSeesFullCase(CaseStage stage) {
        Case state = CaseFixture.state(CaseFixture.inStage(stage));

        assertThat(state.visibleTo("requester-1")).isEqualTo(state);
    }

    @Test
    void handlerSeesFullCaseUntilClosed() {
        Case inHand = CaseFixture.state(CaseFixture.inStage(CaseStage.DISPATCHED));
        Case closed = CaseFixture.state(CaseFixture.inStage(CaseStage.CLOSED));

        assertThat(inHand.visibleTo(CaseFixture.CHIEF)).isEqualTo(inHand);
        assertThat(closed.visibleTo(CaseFixture.CHIEF)).isNotEqualTo(closed);
    }
}
