package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent.RequestClassified;
import org.yiqiao.contracts.CaseKind;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.test.Scenario;

class ClassifyTest {

    private static final Instant TOMORROW = Scenario.NOW.plusSeconds(86_400);

    @Test
    void aSubmittedRequestIsOpenedAsACase() {
        TestCase.at(Stage.SUBMITTED)
                .when(new Classify(RequestKind.HELP, CaseKind.IMMEDIATE, null))
                .then(new RequestClassified(RequestKind.HELP, CaseKind.IMMEDIATE, null));
    }

    @Test
    void aClassificationIsCorrectedUntilTheCaseIsDispatched() {
        TestCase.at(Stage.CLASSIFIED)
                .when(new Classify(RequestKind.HELP, CaseKind.COORDINATED, null))
                .then(new RequestClassified(RequestKind.HELP, CaseKind.COORDINATED, null));
    }

    @ParameterizedTest
    @EnumSource(names = {"DISPATCHED", "ACCEPTED", "RESOLVED", "VERIFIED", "CLOSED"})
    void fromThenOnItStays(Stage stage) {
        TestCase.at(stage)
                .when(new Classify(RequestKind.HELP, CaseKind.IMMEDIATE, null))
                .thenRejected("case.wrong-stage");
    }

    @Test
    void aCommittedCaseHasAPromisedDate() {
        TestCase.at(Stage.SUBMITTED)
                .when(new Classify(RequestKind.HELP, CaseKind.COMMITTED, TOMORROW))
                .then(new RequestClassified(RequestKind.HELP, CaseKind.COMMITTED, TOMORROW));
        TestCase.at(Stage.SUBMITTED)
                .when(new Classify(RequestKind.HELP, CaseKind.COMMITTED, null))
                .thenRejected("case.promise");
    }

    @ParameterizedTest
    @EnumSource(
            value = CaseKind.class,
            names = {"IMMEDIATE", "COORDINATED"})
    void noOtherCaseHasAPromisedDate(CaseKind kind) {
        TestCase.at(Stage.SUBMITTED)
                .when(new Classify(RequestKind.HELP, kind, TOMORROW))
                .thenRejected("case.promise");
    }

    @Test
    void aPromiseIsOfTheFuture() {
        TestCase.at(Stage.SUBMITTED)
                .when(new Classify(RequestKind.HELP, CaseKind.COMMITTED, Scenario.NOW))
                .thenRejected("case.promise-past");
        TestCase.at(Stage.SUBMITTED)
                .when(new Classify(RequestKind.HELP, CaseKind.COMMITTED, Scenario.NOW.minusMillis(1)))
                .thenRejected("case.promise-past");
        Instant next = Scenario.NOW.plusMillis(1);
        TestCase.at(Stage.SUBMITTED)
                .when(new Classify(RequestKind.HELP, CaseKind.COMMITTED, next))
                .then(new RequestClassified(RequestKind.HELP, CaseKind.COMMITTED, next));
    }

    @Test
    void theCaseShowsWhatWasPromisedUntilItIsClassifiedAnew() {
        var committed = TestCase.at(Stage.SUBMITTED)
                .given(new RequestClassified(RequestKind.HELP, CaseKind.COMMITTED, TOMORROW));
        assertThat(TestCase.state(committed).handling())
                .isEqualTo(new Handling(CaseKind.COMMITTED, TOMORROW, null, null, null, Handling.NONE.helpers()));
        assertThat(TestCase.state(committed).need().kind()).isEqualTo(RequestKind.HELP);
        Case corrected =
                TestCase.state(committed.given(new RequestClassified(RequestKind.REPORT, CaseKind.IMMEDIATE, null)));
        assertThat(corrected.handling().promisedFor()).isNull();
        assertThat(corrected.need().kind()).isEqualTo(RequestKind.REPORT);
    }
}
