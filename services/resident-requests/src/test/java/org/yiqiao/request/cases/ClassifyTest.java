package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent.RequestClassified;
import org.yiqiao.contracts.CaseKind;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.test.AggregateTestScenario;

class ClassifyTest {

    private static final Instant TOMORROW = AggregateTestScenario.NOW.plusSeconds(86_400);

    @Test
    void submittedRequestIsClassified() {
        CaseFixture.inStage(CaseStage.SUBMITTED)
                .when(new Classify(RequestKind.HELP, CaseKind.IMMEDIATE, null))
                .then(new RequestClassified(RequestKind.HELP, CaseKind.IMMEDIATE, null));
    }

    @Test
    void classificationCanBeCorrectedBeforeDispatch() {
        CaseFixture.inStage(CaseStage.CLASSIFIED)
                .when(new Classify(RequestKind.HELP, CaseKind.COORDINATED, null))
                .then(new RequestClassified(RequestKind.HELP, CaseKind.COORDINATED, null));
    }

    @ParameterizedTest
    @EnumSource(names = {"DISPATCHED", "ACCEPTED", "RESOLVED", "VERIFIED", "CLOSED"})
    void classificationIsFixedAfterDispatch(CaseStage stage) {
        CaseFixture.inStage(stage)
                .when(new Classify(RequestKind.HELP, CaseKind.IMMEDIATE, null))
                .thenRejected("case.wrong-stage");
    }

    @Test
    void repeatedClassificationWithSameValuesDoesNothing() {
        CaseFixture.inStage(CaseStage.CLASSIFIED)
                .when(new Classify(RequestKind.COMPLAINT, CaseKind.IMMEDIATE, null))
                .thenNoEvents();
        CaseFixture.inStage(CaseStage.SUBMITTED)
                .given(new RequestClassified(RequestKind.HELP, CaseKind.COMMITTED, TOMORROW))
                .when(new Classify(RequestKind.HELP, CaseKind.COMMITTED, TOMORROW))
                .thenNoEvents();
        CaseFixture.inStage(CaseStage.SUBMITTED)
                .given(new RequestClassified(RequestKind.HELP, CaseKind.COMMITTED, TOMORROW))
                .when(new Classify(RequestKind.HELP, CaseKind.COMMITTED, TOMORROW.plusSeconds(1)))
                .then(new RequestClassified(RequestKind.HELP, CaseKind.COMMITTED, TOMORROW.plusSeconds(1)));
    }

    @Test
    void committedCaseRequiresPromisedDate() {
        CaseFixture.inStage(CaseStage.SUBMITTED)
                .when(new Classify(RequestKind.HELP, CaseKind.COMMITTED, TOMORROW))
                .then(new RequestClassified(RequestKind.HELP, CaseKind.COMMITTED, TOMORROW));
        CaseFixture.inStage(CaseStage.SUBMITTED)
                .when(new Classify(RequestKind.HELP, CaseKind.COMMITTED, null))
                .thenRejected("case.promise");
    }

    @ParameterizedTest
    @EnumSource(
            value = CaseKind.class,
            names = {"IMMEDIATE", "COORDINATED"})
    void otherCaseKindsRejectPromisedDate(CaseKind kind) {
        CaseFixture.inStage(CaseStage.SUBMITTED)
                .when(new Classify(RequestKind.HELP, kind, TOMORROW))
                .thenRejected("case.promise");
    }

    @Test
    void promisedDateMustBeInFuture() {
        CaseFixture.inStage(CaseStage.SUBMITTED)
                .when(new Classify(RequestKind.HELP, CaseKind.COMMITTED, AggregateTestScenario.NOW))
                .thenRejected("case.promise-past");
        CaseFixture.inStage(CaseStage.SUBMITTED)
                .when(new Classify(RequestKind.HELP, CaseKind.COMMITTED, AggregateTestScenario.NOW.minusMillis(1)))
                .thenRejected("case.promise-past");
        Instant next = AggregateTestScenario.NOW.plusMillis(1);
        CaseFixture.inStage(CaseStage.SUBMITTED)
                .when(new Classify(RequestKind.HELP, CaseKind.COMMITTED, next))
                .then(new RequestClassified(RequestKind.HELP, CaseKind.COMMITTED, next));
    }

    @Test
    void promisedDateIsAtMostTwoYearsAhead() {
        Instant latest =
                Instant.from(AggregateTestScenario.NOW.atOffset(ZoneOffset.UTC).plusYears(2));
        CaseFixture.inStage(CaseStage.SUBMITTED)
                .when(new Classify(RequestKind.HELP, CaseKind.COMMITTED, latest))
                .then(new RequestClassified(RequestKind.HELP, CaseKind.COMMITTED, latest));
        CaseFixture.inStage(CaseStage.SUBMITTED)
                .when(new Classify(RequestKind.HELP, CaseKind.COMMITTED, latest.plusMillis(1)))
                .thenRejected("case.promise-too-late");
        CaseFixture.inStage(CaseStage.SUBMITTED)
                .when(new Classify(RequestKind.HELP, CaseKind.COMMITTED, Instant.MAX))
                .thenRejected("case.promise-too-late");
    }

    @Test
    void reclassificationReplacesPromisedDate() {
        var committed = CaseFixture.inStage(CaseStage.SUBMITTED)
                .given(new RequestClassified(RequestKind.HELP, CaseKind.COMMITTED, TOMORROW));
        assertThat(CaseFixture.state(committed).handling())
                .isEqualTo(
                        new CaseHandling(CaseKind.COMMITTED, TOMORROW, null, null, null, CaseHandling.NONE.helpers()));
        assertThat(CaseFixture.state(committed).need().kind()).isEqualTo(RequestKind.HELP);
        Case corrected =
                CaseFixture.state(committed.given(new RequestClassified(RequestKind.REPORT, CaseKind.IMMEDIATE, null)));
        assertThat(corrected.handling().promisedFor()).isNull();
        assertThat(corrected.need().kind()).isEqualTo(RequestKind.REPORT);
    }
}
