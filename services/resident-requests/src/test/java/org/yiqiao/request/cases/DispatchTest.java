package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.request.TestTerritory.EAST;
import static org.yiqiao.request.TestTerritory.NORTH_WEST;
import static org.yiqiao.request.TestTerritory.SOUTH_WEST;
import static org.yiqiao.request.TestTerritory.TOWN;
import static org.yiqiao.request.TestTerritory.WEST;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestDispatched;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.test.Scenario;

class DispatchTest {

    private static Scenario<Case, CaseEvent, Neighbourhood> classifiedAt(String... path) {
        return TestCase.none().given(TestCase.submitted(TOWN, List.of(path), null), TestCase.classified());
    }

    @Test
    void aCaseGoesToTheChiefOfItsGrid() {
        classifiedAt(TOWN, WEST, NORTH_WEST)
                .when(new Dispatch())
                .then(new RequestDispatched(NORTH_WEST, TestCase.CHIEF));
    }

    @Test
    void aCaseInAMicroGridGoesToTheChiefOfTheGridAroundIt() {
        TestCase.at(Stage.CLASSIFIED).when(new Dispatch()).then(new RequestDispatched(NORTH_WEST, TestCase.CHIEF));
    }

    @Test
    void aGridWithoutChiefTakesNoCase() {
        assertThat(classifiedAt(TOWN, WEST, SOUTH_WEST).when(new Dispatch()).decision())
                .isEqualTo(new Decision.Rejected<>(
                        Rejection.conflict("grid.no-chief").with("grid", SOUTH_WEST)));
    }

    @Test
    void aCaseThatLiesInNoGridIsNotDispatched() {
        classifiedAt(TOWN, EAST).when(new Dispatch()).thenRejected("case.no-grid");
        classifiedAt(TOWN).when(new Dispatch()).thenRejected("case.no-grid");
        classifiedAt().when(new Dispatch()).thenRejected("case.no-grid");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLASSIFIED")
    void onlyAnOpenCaseIsDispatchedAndOnlyOnce(Stage stage) {
        assertThat(TestCase.at(stage).when(new Dispatch()).decision())
                .isEqualTo(new Decision.Rejected<>(
                        Rejection.conflict("case.wrong-stage").with("stage", stage)));
    }

    @Test
    void theCaseShowsWhoHasToHandleIt() {
        Case state = TestCase.state(TestCase.at(Stage.DISPATCHED));
        assertThat(state.stage()).isEqualTo(Stage.DISPATCHED);
        assertThat(state.handling().grid()).isEqualTo(NORTH_WEST);
        assertThat(state.handling().handler()).isEqualTo(TestCase.CHIEF);
    }
}
