package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent.ResolutionReported;
import org.yiqiao.request.TerritoryMapFixture;
import org.yiqiao.support.privacy.PersonalDataMask;

/** A caller without a stated purpose sees a masked case, except its requester and its current handler. */
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

    @Test
    void contactsInFreeTextAreMaskedButOwnGridIsNot() {
        Case state = CaseFixture.state(CaseFixture.inStage(CaseStage.ACCEPTED)
                .given(new ResolutionReported(
                        CaseFixture.CHIEF,
                        "Told li@example.org on 2026-11-29 10:30 in " + TerritoryMapFixture.NORTH_WEST)));

        assertThat(state.visibleTo("somebody").handling().measures())
                .isEqualTo("Told **** on 2026-11-29 10:30 in " + TerritoryMapFixture.NORTH_WEST);
    }

    @ParameterizedTest
    @EnumSource
    void requesterSeesFullCase(CaseStage stage) {
        Case state = CaseFixture.state(CaseFixture.inStage(stage));

        assertThat(state.visibleTo("requester-1")).isEqualTo(state);
    }

    @Test
    void handlerSeesFullCaseUntilClosed() {
        Case dispatched = CaseFixture.state(CaseFixture.inStage(CaseStage.DISPATCHED));
        Case closed = CaseFixture.state(CaseFixture.inStage(CaseStage.CLOSED));

        assertThat(dispatched.visibleTo(CaseFixture.CHIEF)).isEqualTo(dispatched);
        assertThat(closed.visibleTo(CaseFixture.CHIEF)).isNotEqualTo(closed);
    }
}
