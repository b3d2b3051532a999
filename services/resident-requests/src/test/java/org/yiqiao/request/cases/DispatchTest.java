package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.request.TerritoryMapFixture.EAST;
import static org.yiqiao.request.TerritoryMapFixture.NORTH_WEST;
import static org.yiqiao.request.TerritoryMapFixture.SOUTH_WEST;
import static org.yiqiao.request.TerritoryMapFixture.TOWN;
import static org.yiqiao.request.TerritoryMapFixture.WEST;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestDispatched;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.test.AggregateTestScenario;

class DispatchTest {

    private static AggregateTestScenario<Case, CaseEvent, CaseDecisionFacts> classifiedCaseAt(String... path) {
        return CaseFixture.noCase().given(CaseFixture.submitted(TOWN, List.of(path), null), CaseFixture.classified());
    }

    @Test
    void caseIsDispatchedToGridChief() {
        classifiedCaseAt(TOWN, WEST, NORTH_WEST)
                .when(new Dispatch())
                .then(new RequestDispatched(NORTH_WEST, CaseFixture.CHIEF));
    }

    @Test
    void microGridCaseIsDispatchedToChiefOfEnclosingGrid() {
        CaseFixture.inStage(CaseStage.CLASSIFIED)
                .when(new Dispatch())
                .then(new RequestDispatched(NORTH_WEST, CaseFixture.CHIEF));
    }

    @Test
    void gridWithoutChiefRejectsDispatch() {
        assertThat(classifiedCaseAt(TOWN, WEST, SOUTH_WEST).when(new Dispatch()).decision())
                .isEqualTo(new Decision.Rejected<>(
                        Rejection.conflict("grid.no-chief").withDetail("grid", SOUTH_WEST)));
    }

    @Test
    void caseOutsideGridsIsNotDispatched() {
        classifiedCaseAt(TOWN, EAST).when(new Dispatch()).thenRejected("case.no-grid");
        classifiedCaseAt(TOWN).when(new Dispatch()).thenRejected("case.no-grid");
        classifiedCaseAt().when(new Dispatch()).thenRejected("case.no-grid");
    }

    @ParameterizedTest
    @EnumSource(names = {"DISPATCHED", "ACCEPTED"})
    void dispatchedCaseIsDispatchedAgainToCurrentChief(CaseStage stage) {
        CaseFixture.afterChangeOfChief(stage, "chief-2")
                .when(new Dispatch())
                .then(new RequestDispatched(NORTH_WEST, "chief-2"));
        CaseFixture.afterChangeOfChief(stage, null).when(new Dispatch()).thenRejected("grid.no-chief");
    }

    @ParameterizedTest
    @EnumSource(names = {"DISPATCHED", "ACCEPTED"})
    void repeatedDispatchToSameChiefDoesNothing(CaseStage stage) {
        CaseFixture.inStage(stage).when(new Dispatch()).thenNoEvents();
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBMITTED", "RESOLVED", "VERIFIED", "CLOSED"})
    void caseInOtherStageIsNotDispatched(CaseStage stage) {
        assertThat(CaseFixture.inStage(stage).when(new Dispatch()).decision())
                .isEqualTo(new Decision.Rejected<>(
                        Rejection.conflict("case.wrong-stage").withDetail("stage", stage)));
    }

    @Test
    void caseRecordsHandler() {
        Case state = CaseFixture.state(CaseFixture.inStage(CaseStage.DISPATCHED));
        assertThat(state.stage()).isEqualTo(CaseStage.DISPATCHED);
        assertThat(state.handling().grid()).isEqualTo(NORTH_WEST);
        assertThat(state.handling().handler()).isEqualTo(CaseFixture.CHIEF);
    }
}
